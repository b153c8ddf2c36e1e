import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { startEmbedded } from '#db/embedded/supervisor';
import { fastSettings } from './fast-settings.ts';
import { asRoot, aWorkplace, exists, serverOf, type Workplace } from './workplace.ts';

let workplace: Workplace;
let dataFolder: string;
let cluster: string;

beforeEach(async () => {
  workplace = await aWorkplace();
  dataFolder = join(workplace.folder, 'data');
  cluster = workplace.watch(join(dataFolder, 'database', 'cluster'));
});
afterEach(() => workplace.clear());

it('two processes share one server, and the last to leave stops it', async () => {
  const [first, second] = [workplace.app(), workplace.app()];
  const one = await first.start(dataFolder);
  await first.query('CREATE TABLE shared AS SELECT 1 AS number');
  const two = await second.start(dataFolder);
  expect([one.state, two.state, two.socketFolder]).toEqual(['initialised', 'attached', one.socketFolder]);

  await first.stop();
  expect(await second.query('SELECT number FROM shared')).toEqual([{ number: 1 }]);
  await second.stop();
  expect([await serverOf(cluster), await exists(one.socketFolder)]).toEqual([undefined, false]);
});

it('a process that was killed does not count as present', async () => {
  const [first, second] = [workplace.app(), workplace.app()];
  await first.start(dataFolder);
  await second.start(dataFolder);
  await first.kill();
  await second.stop();
  expect(await serverOf(cluster)).toBeUndefined();
});

it('of three first starts at the same moment one makes the database and two join it', async () => {
  const apps = [workplace.app(), workplace.app(), workplace.app()];
  const starts = await Promise.all(apps.map((app) => app.start(dataFolder)));
  expect(starts.map((start) => start.state).toSorted()).toEqual(['attached', 'attached', 'initialised']);
  await Promise.all(apps.map((app) => app.stop()));
  expect(await serverOf(cluster)).toBeUndefined();
});

it('a start in the middle of a first start that was killed takes over', async () => {
  const [first, second] = [workplace.app(), workplace.app()];
  const cutOff = first.start(dataFolder).catch(() => 'cut off');
  const lock = join(dataFolder, 'database', 'start.lock.1');
  while (!(await exists(lock))) await new Promise(setImmediate);
  await first.kill();
  expect(await cutOff).toBe('cut off');
  expect((await second.start(dataFolder)).state).toBe('initialised');
  await second.stop();
});

it('a start that meets a stop waits for it and starts anew', async () => {
  const options = { dataFolder, log: () => undefined, settings: fastSettings };
  const first = await startEmbedded(options);
  const [, second] = await Promise.all([first.stop(), startEmbedded(options)]);
  const alive = await serverOf(cluster);
  await second.stop();
  expect([alive !== undefined, await serverOf(cluster)]).toEqual([true, undefined]);
});

const container = ['unshare', '--pid', '--ipc', '--fork', '--kill-child', '--mount-proc'];

it.skipIf(!mayMakeContainers())(
  'a second container on the same data folder is refused while the first one lives',
  async () => {
    const [here, there] = [workplace.app(), workplace.app({ within: container })];
    await here.start(dataFolder);
    const server = await serverOf(cluster);
    await expect(there.start(dataFolder)).rejects.toMatchObject({ code: 'data_folder_in_use' });
    expect(await serverOf(cluster)).toBe(server);
    expect(await here.query('SELECT 1 AS alive')).toEqual([{ alive: 1 }]);
    await here.stop();
    expect((await there.start(dataFolder)).state).toBe('started');
    await there.stop();
  },
);

function mayMakeContainers(): boolean {
  if (!asRoot || process.platform !== 'linux') return false;
  try {
    execFileSync(container[0] ?? '', [...container.slice(1), 'true'], { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
}
