import { readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { Client } from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { DatabaseRole } from '#db/embedded/passwords';
import { startEmbedded, type EmbeddedDatabase } from '#db/embedded/supervisor';
import { fastSettings } from './fast-settings.ts';
import { aWorkplace, exists, serverOf, type Workplace } from './workplace.ts';

describe('a first start', () => {
  let workplace: Workplace;
  let dataFolder: string;
  let database: EmbeddedDatabase;

  beforeAll(async () => {
    workplace = await aWorkplace();
    dataFolder = join(workplace.folder, 'my data', "it's here");
    workplace.watch(join(dataFolder, 'database', 'cluster'));
    database = await startEmbedded({ dataFolder, log: () => undefined, settings: { fsync: false } });
  });
  afterAll(async () => {
    await database.stop();
    await workplace.clear();
  });

  const ask = async (role: DatabaseRole, sql: string, name?: string): Promise<unknown[]> => {
    const client = new Client(database.connection(role, name));
    await client.connect();
    try {
      return (await client.query<unknown[]>({ text: sql, rowMode: 'array' })).rows[0] ?? [];
    } finally {
      await client.end();
    }
  };

  it('makes a new database in a data folder whose path holds spaces and a quote', async () => {
    expect(database.state).toBe('initialised');
    expect(await exists(join(dataFolder, 'database', 'cluster', 'PG_VERSION'))).toBe(true);
  });

  it('gives the owner the database and no power over the server', async () => {
    expect(
      await ask(
        'aanhouder_owner',
        `SELECT pg_get_userbyid(datdba), rolsuper, rolbypassrls, rolcreatedb, rolcreaterole
           FROM pg_database, pg_roles WHERE datname = current_database() AND rolname = current_user`,
      ),
    ).toEqual(['aanhouder_owner', false, false, false, false]);
  });

  it.each(['aanhouder_app', 'aanhouder_auth'] as const)(
    'lets %s in, who owns nothing and can make nothing',
    async (role) => {
      expect(
        await ask(
          role,
          `SELECT rolsuper, rolbypassrls, rolcreatedb, rolcreaterole,
                has_schema_privilege('public', 'CREATE'), has_database_privilege(current_database(), 'CREATE'),
                (SELECT count(*)::int FROM pg_shdepend WHERE refobjid = r.oid AND deptype = 'o')
           FROM pg_roles r WHERE rolname = current_user`,
        ),
      ).toEqual([false, false, false, false, false, false, 0]);
    },
  );

  it('keeps the app out of the maintenance database', async () => {
    await expect(ask('aanhouder_app', 'SELECT 1', 'postgres')).rejects.toThrow(/permission denied for database/);
  });

  it('orders by the built-in C.UTF-8 and offers ICU collations by name', async () => {
    expect(
      await ask(
        'aanhouder_app',
        `SELECT datlocprovider, datlocale, pg_encoding_to_char(encoding), lower('ÉΩ'), 'é' < 'z' COLLATE "nl-x-icu"
           FROM pg_database WHERE datname = current_database()`,
      ),
    ).toEqual(['b', 'C.UTF-8', 'UTF8', 'éω', true]);
  });

  it('finds parts of words with accents and of other alphabets by trigram', async () => {
    expect(
      await ask('aanhouder_app', `SELECT array_length(show_trgm('müller'), 1), array_length(show_trgm('ωμέγα'), 1)`),
    ).toEqual([7, 6]);
  });

  it('listens on its socket alone and asks everybody for a password', async () => {
    expect(await ask('aanhouder_super', `SELECT current_setting('listen_addresses')`)).toEqual(['']);
    const client = new Client({ ...database.connection('aanhouder_super'), password: 'guessed' });
    client.on('error', () => undefined);
    await expect(client.connect()).rejects.toThrow(/password authentication failed/);
  });

  it('hides passwords and socket from other accounts of the machine', async () => {
    const { mode: passwords } = await stat(join(dataFolder, 'database', 'passwords.json'));
    const { mode: socket } = await stat(database.socketFolder);
    expect([(passwords & 0o777).toString(8), (socket & 0o777).toString(8)]).toEqual(['600', '700']);
  });

  it('runs with the settings that product and measurements ask for', async () => {
    const settings = ['synchronous_commit', 'jit', 'plan_cache_mode', 'work_mem', 'max_connections', 'wal_compression'];
    expect(
      await ask('aanhouder_app', `SELECT ${settings.map((name) => `current_setting('${name}')`).join(', ')}`),
    ).toEqual(['on', 'off', 'force_custom_plan', '16MB', '60', 'off']);
  });

  it('lets a test override a setting', async () => {
    expect(await ask('aanhouder_app', `SELECT current_setting('fsync')`)).toEqual(['off']);
  });

  it('can be cloned, also while it is in use by the supervisor', async () => {
    await ask('aanhouder_super', 'CREATE DATABASE clone TEMPLATE aanhouder OWNER aanhouder_owner', 'postgres');
    expect(
      await ask('aanhouder_owner', `SELECT current_database(), similarity('jansen', 'janssen') > 0.5`, 'clone'),
    ).toEqual(['clone', true]);
  });

  it('gives a URL that reaches the same database', async () => {
    const client = new Client({ connectionString: database.url('aanhouder_auth') });
    await client.connect();
    const { rows } = await client.query('SELECT current_user AS who, current_database() AS place');
    await client.end();
    expect(rows).toEqual([{ who: 'aanhouder_auth', place: 'aanhouder' }]);
  });

  it('writes neither statements nor their values in its log', async () => {
    await expect(ask('aanhouder_app', `SELECT 'secret-of-jansen'::text FROM no_such_table`)).rejects.toThrow();
    const folder = join(dataFolder, 'database', 'log');
    const client = new Client(database.connection('aanhouder_super', 'postgres'));
    await client.connect();
    const { rows } = await client.query<{ file: string }>('SELECT pg_current_logfile() AS file');
    await client.end();
    const text = await readFile(rows[0]?.file ?? folder, 'utf8');
    expect(text).toContain('no_such_table');
    expect(text).not.toContain('secret-of-jansen');
  });
});

describe('a server that is stopped', () => {
  let workplace: Workplace;
  beforeAll(async () => {
    workplace = await aWorkplace();
  });
  afterAll(() => workplace.clear());

  it('leaves no process and no socket, and finds its data back at the next start', async () => {
    const dataFolder = join(workplace.folder, 'data');
    const cluster = workplace.watch(join(dataFolder, 'database', 'cluster'));
    const options = { dataFolder, log: () => undefined, settings: fastSettings };
    const first = await startEmbedded(options);
    const client = new Client(first.connection('aanhouder_owner'));
    await client.connect();
    await client.query('CREATE TABLE kept AS SELECT 12 AS horizon');
    await client.end();
    await first.stop();
    await first.stop();
    expect([await serverOf(cluster), await exists(first.socketFolder)]).toEqual([undefined, false]);

    const second = await startEmbedded(options);
    const again = new Client(second.connection('aanhouder_owner'));
    await again.connect();
    const { rows } = await again.query('SELECT horizon FROM kept');
    await again.end();
    await second.stop();
    expect([second.state, rows, await serverOf(cluster)]).toEqual(['started', [{ horizon: 12 }], undefined]);
  });
});
