import { execFileSync } from 'node:child_process';
import { chmod, cp, mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { EmbeddedDatabaseError } from '#db/embedded/errors';
import { hostIdentity } from '#db/embedded/host-identity';
import { startEmbedded, type EmbeddedDatabase } from '#db/embedded/supervisor';
import { mayMount } from '#tests/support/may-mount';
import { fastSettings } from './fast-settings.ts';
import { asRoot, aWorkplace, exists, nobody, aFolderOf, serverOf, type Workplace } from './workplace.ts';

let workplace: Workplace;
let dataFolder: string;
let home: string;
let cluster: string;

beforeEach(async () => {
  workplace = await aWorkplace();
  dataFolder = join(workplace.folder, 'data');
  home = join(dataFolder, 'database');
  cluster = workplace.watch(join(home, 'cluster'));
});
afterEach(() => workplace.clear());

const start = (folder = dataFolder): Promise<EmbeddedDatabase> =>
  startEmbedded({
    dataFolder: folder,
    log: () => undefined,
    settings: fastSettings,
    systemFolder: workplace.systemFolder,
  });

async function refusal(folder = dataFolder): Promise<EmbeddedDatabaseError> {
  try {
    await (await start(folder)).stop();
  } catch (error) {
    if (error instanceof EmbeddedDatabaseError) return error;
    throw error;
  }
  throw new Error('it started');
}

describe('a data folder that was used', () => {
  beforeEach(async () => {
    await (await start()).stop();
  });

  it.each([
    ['99', 'data_folder_newer'],
    ['15', 'data_folder_older'],
  ])('by PostgreSQL %s is refused as %s and left as it is', async (major, code) => {
    await writeFile(join(cluster, 'PG_VERSION'), `${major}\n`);
    const fault = await refusal();
    expect([fault.code, fault.message.includes(`PostgreSQL ${major}`)]).toEqual([code, true]);
    expect(await readFile(join(cluster, 'PG_VERSION'), 'utf8')).toBe(`${major}\n`);
  });

  it('by a newer Aanhouder is refused', async () => {
    await writeFile(join(home, 'format.json'), '{"format":2,"postgresMajor":18}');
    expect((await refusal()).code).toBe('data_folder_newer');
  });

  it('and lost its passwords is refused, with a cure', async () => {
    await rm(join(home, 'passwords.json'));
    const fault = await refusal();
    expect([fault.code, fault.cure.includes('passwords.json') || fault.cure.includes('backup')]).toEqual([
      'data_folder_damaged',
      true,
    ]);
  });

  it('and got the passwords of another is refused', async () => {
    const path = join(home, 'passwords.json');
    await writeFile(path, (await readFile(path, 'utf8')).replaceAll(/": "..../g, '": "AAAA'));
    expect((await refusal()).code).toBe('data_folder_damaged');
    expect(await serverOf(cluster)).toBeUndefined();
  });

  it('and lost its cluster does not get an empty one in its place', async () => {
    await rename(cluster, join(workplace.folder, 'elsewhere'));
    expect((await refusal()).code).toBe('data_folder_damaged');
    expect(await exists(cluster)).toBe(false);
  });

  it('in another container a moment ago is refused as long as that one gives signs of life', async () => {
    const mark = join(home, 'host');
    await writeFile(mark, 'another boot pid:[1]');
    const beating = setInterval(() => void writeFile(mark, 'another boot pid:[1]'), 100);
    const fault = await refusal().finally(() => clearInterval(beating));
    expect(fault.code).toBe('data_folder_in_use');
  });

  it('in another container an hour ago is taken over at once', async () => {
    await writeFile(join(home, 'host'), 'another boot pid:[1]');
    const later = Date.now() + 3_600_000;
    const database = await startEmbedded({ dataFolder, log: () => undefined, now: () => later });
    expect(await readFile(join(home, 'host'), 'utf8')).toBe(await hostIdentity());
    await database.stop();
  });
});

describe('a data folder that cannot be used', () => {
  it('because a file has its name is refused', async () => {
    await writeFile(dataFolder, 'a letter');
    expect((await refusal()).code).toBe('data_folder_unwritable');
  });

  it('because its path holds a line end is refused', async () => {
    expect((await refusal(join(workplace.folder, 'two\nlines'))).code).toBe('data_folder_unwritable');
  });

  it('because it may not be written is refused', async () => {
    await mkdir(dataFolder);
    await chmod(dataFolder, 0o555);
    const app = workplace.app(asRoot ? { account: await nobody() } : {});
    await expect(app.start(dataFolder)).rejects.toMatchObject({ code: 'data_folder_unwritable' });
    await chmod(dataFolder, 0o755);
  });

  it.skipIf(!asRoot)('because the account has no name on this machine is refused', async () => {
    const account = { uid: 61_234, gid: 61_234 };
    const app = workplace.app({ account });
    await aFolderOf(dataFolder, account, 0o700);
    await expect(app.start(dataFolder)).rejects.toMatchObject({ code: 'account_missing' });
  });

  it.skipIf(!mayMount())('because its disk is full is refused, and leaves no half database', async () => {
    await mkdir(dataFolder);
    execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=20m', 'tmpfs', dataFolder]);
    try {
      expect((await refusal()).code).toBe('disk_full');
      expect(await exists(cluster)).toBe(false);
    } finally {
      execFileSync('umount', [dataFolder]);
    }
  });
});

// Only root keeps a database outside its data folder.
it.skipIf(!asRoot)('a copy of a data folder may not use the database of the original', async () => {
  const closed = join(workplace.folder, 'closed');
  await mkdir(closed, { mode: 0o700 });
  await (await start(join(closed, 'data'))).stop();
  await cp(join(closed, 'data'), join(closed, 'copy'), { recursive: true });
  expect((await refusal(join(closed, 'copy'))).code).toBe('data_folder_copied');
  await rename(join(closed, 'data'), join(closed, 'moved'));
  const moved = await start(join(closed, 'moved'));
  await moved.stop();
  expect(moved.state).toBe('started');
});
