import { chmod, mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { connect, type DatabaseSettings } from '#db/connect';
import { startEmbedded, type EmbeddedDatabase } from '#db/embedded/supervisor';
import { withClient } from '#tests/support/clone-database';

/**
 * What docs/database.md tells an administrator to type, on a PostgreSQL that knows nothing of Aanhouder yet: a server of its own, as
 * roles belong to a whole server.
 */
let server: EmbeddedDatabase;
let folder: string;
let blocks: string[];

beforeAll(async () => {
  const text = await readFile(new URL('../../docs/database.md', import.meta.url), 'utf8');
  blocks = [...text.matchAll(/```sql\n(.*?)```/gs)].map(([, block = '']) => block);
  folder = await mkdtemp(join(tmpdir(), 'aanhouder-own-'));
  await chmod(folder, 0o755);
  server = await startEmbedded({
    dataFolder: folder,
    log: () => {},
    settings: { fsync: false, shared_buffers: '32MB' },
  });
  const roles = ['aanhouder_owner', 'aanhouder_app', 'aanhouder_auth'];
  await administer(`drop database aanhouder; ${roles.map((role) => `drop role ${role}`).join('; ')}`);
  for (const block of blocks) await administer(block);
  await (await connect(settings(), () => {})).close();
});
afterAll(async () => {
  await server.stop();
  await rm(folder, { recursive: true, force: true });
});

/** One statement after another, as psql does: a database is not made inside a transaction. */
async function administer(sql: string): Promise<void> {
  await withClient(server.connection('aanhouder_super', 'postgres'), async (client) => {
    for (const statement of sql.split(';').filter((part) => part.trim() !== '')) await client.query(statement);
  });
}

function url(role: string, password: string): string {
  return `postgresql://${role}:${password}@${encodeURIComponent(server.socketFolder)}:${server.port}/aanhouder`;
}

/** As pg_dump reads. */
function dump(role: string, password: string): Promise<string> {
  return withClient({ connectionString: url(role, password) }, async (client) => {
    await client.query('set row_security = off');
    await client.query('select from person');
    await client.query('select from auth."user"');
    return 'read';
  });
}

function withoutPasswords(sql: string): string {
  return sql.replaceAll(/password (:'password'|'[^']*')/g, 'password');
}

const settings = (): DatabaseSettings & { kind: 'server' } => ({
  kind: 'server',
  appUrl: url('aanhouder_app', 'choose-another'),
  authUrl: url('aanhouder_auth', 'and-a-third'),
  ownerUrl: url('aanhouder_owner', 'choose-one'),
  migrationConfirmed: false,
});

test('the roles and the database of the documentation are what the start asks for', async () => {
  const databases = await connect(settings(), () => {});
  expect(databases.kind).toBe('server');
  expect((await databases.app.query('select current_user as name')).rows).toEqual([{ name: 'aanhouder_app' }]);
  await databases.close();
});

test('in between a start needs no owner', async () => {
  const databases = await connect({ ...settings(), ownerUrl: null }, () => {});
  await databases.close();
});

test('the role for backups reads everything, which the owner of the tables does not', async () => {
  await expect(dump('aanhouder_owner', 'choose-one')).rejects.toThrow(/row-level security policy/);
  expect(await dump('aanhouder_backup', 'a-fourth')).toBe('read');
});

test('the container of PostgreSQL makes the same roles', async () => {
  const script = await readFile(new URL('../../docker/make-roles.sh', import.meta.url), 'utf8');
  const sql = /<<'SQL'\n(.*?)SQL\n/s.exec(script)?.[1] ?? '';
  expect(withoutPasswords(sql)).toBe(withoutPasswords(blocks[0] ?? ''));
});
