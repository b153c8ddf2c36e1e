import { spawn } from 'node:child_process';
import { readdir, rm, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Client, Pool } from 'pg';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { findServer } from '#db/embedded/find-server';
import { startEmbedded, type EmbeddedOptions } from '#db/embedded/supervisor';
import { waitUntil } from '#db/embedded/wait-until';
import { fastSettings } from './fast-settings.ts';
import { asRoot, aWorkplace, exists, killServer, serverOf, type Workplace } from './workplace.ts';

let workplace: Workplace;
let dataFolder: string;
let cluster: string;
let options: EmbeddedOptions;

beforeEach(async () => {
  workplace = await aWorkplace();
  dataFolder = join(workplace.folder, 'data');
  cluster = workplace.watch(join(dataFolder, 'database', 'cluster'));
  options = { dataFolder, log: () => undefined, settings: fastSettings };
});
afterEach(() => workplace.clear());

it('a killed app leaves its server whole, holds no stream open, and the next app joins it', async () => {
  const app = workplace.app();
  await app.start(dataFolder);
  await app.query('CREATE TABLE kept AS SELECT 7 AS number');
  const server = await serverOf(cluster);
  await app.kill(); // returns when its output streams are closed

  const next = await startEmbedded(options);
  const client = new Client(next.connection('aanhouder_owner'));
  await client.connect();
  const { rows } = await client.query('SELECT number FROM kept');
  await client.end();
  const joined = await serverOf(cluster);
  await next.stop();
  expect([next.state, rows, joined === server, await serverOf(cluster)]).toEqual([
    'attached',
    [{ number: 7 }],
    true,
    undefined,
  ]);
});

it('a killed app and a killed server, still a zombie perhaps, do not stand in the way of a new start', async () => {
  const app = workplace.app();
  const { socketFolder } = await app.start(dataFolder);
  await app.query('CREATE TABLE kept AS SELECT 7 AS number');
  await app.kill();
  await killServer(cluster);

  const next = await startEmbedded(options);
  const client = new Client(next.connection('aanhouder_owner'));
  await client.connect();
  const { rows } = await client.query('SELECT number FROM kept');
  await client.end();
  await next.stop();
  expect([next.state, rows]).toEqual(['started', [{ number: 7 }]]);
  expect(await exists(socketFolder)).toBe(false);
});

it('a server that is killed under a living app comes back on the same socket, and its pool goes on', async () => {
  const lines: string[] = [];
  const database = await startEmbedded({ ...options, log: (line) => lines.push(line) });
  const pool = new Pool({ ...database.connection('aanhouder_owner'), max: 2 });
  pool.on('error', () => undefined);
  await pool.query('CREATE TABLE kept AS SELECT 7 AS number');
  const before = await serverOf(cluster);
  await killServer(cluster);

  const rows = await waitUntil(
    () =>
      pool.query('SELECT number FROM kept').then(
        (result) => result.rows,
        () => undefined,
      ),
    30_000,
  );
  await waitUntil(async () => (lines.some((line) => line.includes('is back')) ? true : undefined), 30_000);
  const after = await serverOf(cluster);
  await pool.end();
  await database.stop();
  expect(rows).toEqual([{ number: 7 }]);
  expect([after === before, await serverOf(cluster)]).toEqual([false, undefined]);
});

it('a process id that now belongs to another program of the same account is not taken for the server', async () => {
  await (await startEmbedded(options)).stop();
  const conf = join(cluster, 'postmaster.pid');
  const account = asRoot ? await ownerOf(cluster) : {};
  const stranger = spawn('sleep', ['60'], { ...account, stdio: 'ignore' });
  try {
    await writeFile(conf, [stranger.pid, cluster, 1, 5432, '/nowhere', '', '', 'ready', ''].join('\n'));
    expect((await findServer(cluster)).kind).toBe('misleading');
    const next = await startEmbedded(options);
    const server = await serverOf(cluster);
    await next.stop();
    expect([next.state, server === stranger.pid, stranger.exitCode]).toEqual(['started', false, null]);
  } finally {
    stranger.kill('SIGKILL');
  }
});

it('a first start that was cut off after initdb is finished by the next', async () => {
  const first = await startEmbedded(options);
  await first.stop();
  await rm(join(dataFolder, 'database', 'format.json'));
  const next = await startEmbedded(options);
  const client = new Client(next.connection('aanhouder_app'));
  await client.connect();
  const { rows } = await client.query(`SELECT similarity('a', 'a') AS same`);
  await client.end();
  await next.stop();
  expect([next.state, rows]).toEqual(['initialised', [{ same: 1 }]]);
});

it('a server whose socket was cleaned away is started again', async () => {
  const app = workplace.app();
  const { socketFolder } = await app.start(dataFolder);
  await app.kill();
  await rm(socketFolder, { recursive: true });
  const next = await startEmbedded(options);
  await next.stop();
  expect([next.state, await serverOf(cluster)]).toEqual(['started', undefined]);
});

it('only the newest seven log files are kept', async () => {
  await (await startEmbedded(options)).stop();
  const log = join(dataFolder, 'database', 'log');
  for (let day = 10; day < 22; day += 1) await writeFile(join(log, `postgresql-202001${day}-000000.log`), '');
  await (await startEmbedded(options)).stop();
  const left = (await readdir(log)).toSorted();
  expect(left.includes('postgresql-20200110-000000.log')).toBe(false);
  expect(left.length).toBeLessThanOrEqual(8); // seven, and the one of that start
});

async function ownerOf(path: string): Promise<{ uid: number; gid: number }> {
  const { uid, gid } = await stat(path);
  return { uid, gid };
}
