import { cp, mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { checkSchema, migrate, type MigrationTarget } from '#db/migrate';
import { openPool } from '#db/pool';
import { asSuperuser, cloneDatabase, withClient, type Clone } from '#tests/support/clone-database';

let folder: string;
let count: number;
let clone: Clone;
let lines: string[];

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'aanhouder-migrations-'));
  const ours = new URL('../../src/db/migrations/', import.meta.url);
  await cp(ours, folder, { recursive: true });
  count = (await readdir(folder)).length;
});
afterAll(() => rm(folder, { recursive: true }));
beforeEach(async () => {
  clone = await cloneDatabase('empty');
  lines = [];
});
/** In the place of the empty one a database with the whole schema: migrating each from nothing takes a second or two. */
async function migrated(): Promise<void> {
  await clone.drop();
  clone = await cloneDatabase();
}
afterEach(async () => {
  await clone.drop();
  await asSuperuser(clone, async (client) => {
    for (const { name } of await copies(client)) await client.query(`drop database ${name}`);
  });
});

const files = () => pathToFileURL(`${folder}/`);
const target = (more: Partial<MigrationTarget> = {}): MigrationTarget => ({
  owner: clone.owner,
  admin: clone.superuser,
  confirmed: false,
  log: (line) => void lines.push(line),
  ...more,
});
async function withMigration<T>(sql: string, work: () => Promise<T>): Promise<T> {
  const path = join(folder, '9999-next.sql');
  await writeFile(path, sql);
  try {
    return await work();
  } finally {
    await rm(path);
  }
}
async function copies(client: { query(text: string, values: string[]): Promise<{ rows: { name: string }[] }> }) {
  return (
    await client.query(`select datname as name from pg_database where starts_with(datname, $1) order by 1`, [
      `${clone.name}_before`,
    ])
  ).rows;
}
async function somebodySignsIn(): Promise<void> {
  await withClient(clone.auth, (client) =>
    client.query(`insert into auth."user" (id, name, email) values ('1', 'Anna', 'a@example.com')`),
  );
}

test('an empty database gets the whole schema, and a second start finds nothing to do', async () => {
  expect(await migrate(target(), files())).toEqual({ from: 0, to: count });
  expect(await migrate(target(), files())).toEqual({ from: count, to: count });
});

test('five starts at once migrate once', async () => {
  const results = await Promise.all(Array.from({ length: 5 }, () => migrate(target(), files())));
  expect(results.filter(({ from }) => from === 0)).toHaveLength(1);
  const { rows } = await withClient(clone.owner, (client) => client.query('select number from migration order by 1'));
  expect(rows.map(({ number }) => number)).toEqual(Array.from({ length: count }, (_, i) => i + 1));
});

test('a migration that fails leaves the database as it was', async () => {
  await migrated();
  await withMigration('create table half (id integer); select 1 / 0;', async () => {
    await expect(migrate(target(), files())).rejects.toThrow(/Migration \d+ \(next\) failed/);
  });
  const { rows } = await withClient(clone.owner, (client) => client.query(`select to_regclass('half') as made`));
  expect(rows).toEqual([{ made: null }]);
});

describe('what was not made by this program is refused', () => {
  test('a database of a newer version', async () => {
    await migrated();
    await withMigration('create table later (id integer);', () => migrate(target(), files()));
    const refusal = await migrate(target(), files()).catch((error: unknown) => error);
    expect(refusal).toMatchObject({ code: 'database_newer', message: expect.stringContaining('newer Aanhouder') });
  });

  test('a migration that was changed after it was applied', async () => {
    await migrated();
    await withMigration('create table later (id integer);', () => migrate(target(), files()));
    const refusal = await withMigration('create table later (id bigint);', () =>
      migrate(target(), files()).catch((error: unknown) => error),
    );
    expect(refusal).toMatchObject({ code: 'migration_changed' });
  });

  test('and an older schema, by a start that may not migrate', async () => {
    const pool = openPool(clone.app, { max: 1, name: 'test' });
    await expect(checkSchema(pool)).rejects.toMatchObject({ code: 'migration_needed' });
    await migrate(target());
    await expect(checkSchema(pool)).resolves.toBeUndefined();
    await pool.end();
  });
});

describe('nothing is changed under data before it can be had back', () => {
  test('the embedded database is copied first, with what is in it', async () => {
    await migrated();
    await somebodySignsIn();
    await withMigration('create table later (id integer);', () => migrate(target(), files()));
    const copy = `${clone.name}_before_${count + 1}`;
    const { rows } = await withClient({ ...clone.owner, database: copy }, (client) =>
      client.query(`select email, to_regclass('later') as later from auth."user"`),
    );
    expect(rows).toEqual([{ email: 'a@example.com', later: null }]);
    expect(lines.join('\n')).toContain(copy);
  });

  test('without data there is nothing to copy', async () => {
    await migrated();
    await withMigration('create table later (id integer);', () => migrate(target(), files()));
    await asSuperuser(clone, async (client) => expect(await copies(client)).toEqual([]));
  });

  test('two copies are kept, the newest', async () => {
    await migrated();
    await somebodySignsIn();
    await asSuperuser(clone, async (client) => {
      for (const number of [0, 1, 2]) await client.query(`create database ${clone.name}_before_${number}`);
    });
    await withMigration('create table later (id integer);', () => migrate(target(), files()));
    await asSuperuser(clone, async (client) =>
      expect(new Set((await copies(client)).map(({ name }) => name))).toEqual(
        // 0 is no number of a migration, and not ours to drop.
        new Set([`${clone.name}_before_0`, `${clone.name}_before_2`, `${clone.name}_before_${count + 1}`]),
      ),
    );
  });

  test('while another program uses the database the start waits for a person', async () => {
    await migrated();
    await somebodySignsIn();
    await withClient(clone.app, async () => {
      const refusal = await withMigration('create table later (id integer);', () =>
        migrate(target(), files()).catch((error: unknown) => error),
      );
      expect(refusal).toMatchObject({ code: 'migration_blocked' });
    });
  });

  test('a server of one’s own is changed when somebody says there is a backup', async () => {
    await migrated();
    const server = { owner: clone.owner, log: () => {} };
    await somebodySignsIn();
    await withMigration('create table later (id integer);', async () => {
      const refusal = await migrate({ ...server, confirmed: false }, files()).catch((error: unknown) => error);
      expect(refusal).toMatchObject({ code: 'migration_unconfirmed', cure: expect.stringContaining('pg_dump') });
      expect(await migrate({ ...server, confirmed: true }, files())).toEqual({ from: count, to: count + 1 });
    });
  });
});
