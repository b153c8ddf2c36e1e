import { execFileSync } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, expect, test } from 'vitest';
import { findServer } from '#db/embedded/find-server';
import { anInstallation, type Installation } from '#tests/support/installation';
import { mayMount } from '#tests/support/may-mount';

/*
 * The app killed, the database killed and the disk full in the middle of an import: a clear answer, nothing half-written, and the same
 * import again brings every row once.
 */
const rows = 8000;
const file = Buffer.from(
  `name,email,organisation,value\n${Array.from({ length: rows }, (_, i) => `Anna Bakker ${i},anna${i}@example.com,Winkel ${i % 1000},${i}`).join('\n')}\n`,
);
let installation: Installation | undefined;
let cleanUp: () => Promise<void> | void = () => {};

afterEach(async () => {
  await installation?.clear();
  installation = undefined;
  await cleanUp();
  cleanUp = () => {};
});

/** A commit that is on its way: half of nothing is written, and nothing is committed. */
async function underWay({ ask, askUntil, upload }: Installation): Promise<string> {
  const uploaded = await upload('lijst.csv', file);
  expect(uploaded.status, JSON.stringify(uploaded.body)).toBe(201);
  const { id } = uploaded.body;
  void ask('POST', `/imports/${id}/commit`, {}).catch(() => undefined);
  await askUntil(`/imports/${id}`, ({ status, progress }) => status === 'committing' && progress.done > 2000);
  return id;
}

async function nothingThere({ ask }: Installation): Promise<void> {
  expect((await ask('GET', '/opportunities')).body.items).toEqual([]);
  expect((await ask('GET', '/persons')).body.items).toEqual([]);
  expect((await ask('GET', '/organisations')).body.items).toEqual([]);
}

/** The same import again: every row, once. */
async function bringsAll({ ask, askUntil, run }: Installation, id: string): Promise<void> {
  expect((await ask('POST', `/imports/${id}/commit`, {})).status).toBe(202);
  const done = await askUntil(`/imports/${id}`, ({ status }) => status !== 'committing');
  expect(done).toMatchObject({
    status: 'committed',
    failure: null,
    counts: { created: rows, rejected: 0, skipped: 0 },
  });
  expect(await run('verify')).toMatchObject({ code: 0, out: expect.stringContaining('no difference') });
}

test('the app is killed: the next start says that it was cut off, has nothing of it, and takes it again', async () => {
  installation = await anInstallation();
  const server = await installation.serve();
  const id = await underWay(installation);
  server.child.kill('SIGKILL');
  await server.ended;
  await installation.serve();
  const cut = await installation.askUntil(`/imports/${id}`, ({ status }) => status === 'failed');
  expect(cut.failure.code).toBe('import_interrupted');
  await nothingThere(installation);
  await bringsAll(installation, id);
});

test('the database is killed: the app goes on with a new one, says that it was cut off, has nothing of it, and takes it again', async () => {
  installation = await anInstallation();
  await installation.serve();
  const id = await underWay(installation);
  const found = await findServer(installation.cluster);
  if (found.kind !== 'running') throw new Error('no server runs');
  process.kill(found.file.pid, 'SIGKILL');
  const cut = await installation.askUntil(`/imports/${id}`, ({ status }) => status === 'failed');
  expect(['import_interrupted', 'database_unavailable']).toContain(cut.failure.code);
  await nothingThere(installation);
  await bringsAll(installation, id);
});

test('a command is killed: nothing of its file is there, and the same command again brings all', async () => {
  installation = await anInstallation();
  const folder = await mkdtemp(join(tmpdir(), 'aanhouder-file-'));
  cleanUp = () => rm(folder, { recursive: true, force: true });
  const path = join(folder, 'lijst.csv');
  await writeFile(path, file);
  const { serve, askUntil, run } = installation;
  await serve();
  const command = installation.start('import', path, '--json');
  await askUntil('/imports', ({ items }) => items[0]?.progress.done > 2000);
  command.child.kill('SIGKILL');
  await command.ended;
  await nothingThere(installation);
  const again = await run('import', path, '--json');
  expect(JSON.parse(again.out)).toMatchObject({ created: rows, skipped: 0, rejected: 0 });
});

test.skipIf(!mayMount())(
  'the disk is full: the answer says so, nothing is half-written, and with room it goes on (only where a disk may be mounted: root on Linux)',
  async () => {
    const folder = await mkdtemp(join(tmpdir(), 'aanhouder-disk-'));
    execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=600m,mode=755', 'tmpfs', folder]);
    cleanUp = async () => {
      execFileSync('umount', [folder]);
      await rm(folder, { recursive: true, force: true });
    };
    installation = await anInstallation(folder);
    const { serve, ask, askUntil, upload } = installation;
    await serve();
    const { id } = (await upload('lijst.csv', file)).body;
    const ballast = join(folder, 'ballast');
    const free = Number(execFileSync('df', ['--output=avail', '-B1', folder]).toString().trim().split('\n')[1]);
    await writeFile(ballast, Buffer.alloc(free - 4_000_000));
    const answer = await ask('POST', `/imports/${id}/commit`, {}).catch(() => null);
    if (answer !== null && answer.status !== 202)
      expect(['disk_full', 'database_unavailable']).toContain(answer.body.code);
    await rm(ballast);
    const cut = await askUntil(`/imports/${id}`, ({ status }) => status === 'failed');
    expect(['disk_full', 'database_unavailable', 'import_interrupted']).toContain(cut.failure.code);
    await nothingThere(installation);
    await bringsAll(installation, id);
  },
);
