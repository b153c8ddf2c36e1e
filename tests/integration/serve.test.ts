import type { ChildProcess } from 'node:child_process';
import { chmod, mkdir, mkdtemp, readdir, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { freePort, type Program, startProgram } from '#tests/support/program';

// A dozen programs are started; on a busy machine that takes its time.
vi.setConfig({ testTimeout: 300_000 });

let dataFolder: string;
const started: ChildProcess[] = [];

beforeAll(async () => {
  dataFolder = await mkdtemp(join(tmpdir(), 'aanhouder-serve-'));
  await chmod(dataFolder, 0o755);
});
afterAll(async () => {
  for (const child of started) child.kill('SIGKILL');
  await rm(dataFolder, { recursive: true, force: true });
});

/** The program, on the data folder of this file unless `env` names another. */
function program(argv: readonly string[], env: Record<string, string> = {}): Program {
  const one = startProgram(argv, { AANHOUDER_DATA: dataFolder, ...env });
  started.push(one.child);
  return one;
}

test('it says where it is, answers, keeps its secret to itself, shares its database with commands, and stops when told', async () => {
  const port = await freePort();
  const server = program(['start'], { AANHOUDER_PORT: String(port) });
  expect(await server.line(/^Aanhouder: .*$/m)).toBe(`Aanhouder: http://localhost:${port}`);
  expect(await (await fetch(`http://127.0.0.1:${port}/readyz`)).json()).toEqual({ status: 'ready', mail: 'none' });
  const secret = (await readdir(dataFolder)).find((name) => name.includes('secret')) ?? '';
  expect((await stat(join(dataFolder, secret))).mode & 0o777).toBe(0o600);

  const setup = program([
    'setup',
    '--email',
    'a@example.com',
    '--password',
    'een lange zin',
    '--name',
    'Anna',
    '--workspace',
    'Bakker',
  ]);
  expect(await setup.ended).toBe(0);
  expect(await (await fetch(`http://127.0.0.1:${port}/api/v1/setup`)).json()).toEqual({
    needed: false,
    codeRequired: false,
  });

  const second = program(['start'], { AANHOUDER_PORT: String(port) });
  expect(await second.ended).toBe(1);
  expect(second.output()).toMatch(new RegExp(`Port ${port} is in use .*\\n.*AANHOUDER_PORT=${port + 1}`));

  server.child.kill('SIGTERM');
  expect(await server.ended).toBe(0);
  expect(server.output()).not.toMatch(/error/i);
});

test('where others can reach it a code is printed for the first visit, and no longer once that was made', async () => {
  const other = await mkdtemp(join(tmpdir(), 'aanhouder-serve-'));
  await chmod(other, 0o755);
  const port = await freePort();
  const env = {
    AANHOUDER_HOST: '0.0.0.0',
    APP_URL: 'https://follow-up.example.com',
    AANHOUDER_PORT: String(port),
    AANHOUDER_DATA: other,
  };
  const server = program(['start'], env);
  const code = (await server.line(/^Code for the first visit: .*$/m)).split(': ')[1] ?? '';
  expect(code).toMatch(/^[A-Z2-9]{4}-[A-Z2-9]{4}$/);
  const answer = await fetch(`http://127.0.0.1:${port}/api/v1/setup`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({
      email: 'a@example.com',
      password: 'een lange zin',
      name: 'Anna',
      workspace: 'Bakker',
      code,
    }),
  });
  expect(answer.status).toBe(200);
  server.child.kill('SIGINT');
  expect(await server.ended).toBe(0);
  const again = program(['start'], env);
  await again.line(/^Aanhouder: /m);
  expect(again.output()).not.toContain('Code for');
  again.child.kill('SIGTERM');
  expect(await again.ended).toBe(0);
  await rm(other, { recursive: true, force: true });
});

test('a data folder that cannot be used is told with its path and its cure, for the start and for a command', async () => {
  const file = join(dataFolder, '..', `${basename(dataFolder)}-file`);
  await writeFile(file, 'a letter');
  try {
    for (const folder of [file, join(file, 'below')])
      for (const argv of [['start'], ['verify']]) {
        const one = program(argv, { AANHOUDER_DATA: folder });
        expect(await one.ended).toBe(1);
        const said = one.output().trim();
        expect(said).toContain(folder);
        expect(said).toMatch(/AANHOUDER_DATA=/);
        expect(said).not.toMatch(/^\s+at /m);
      }
    // The database can be reached, and our own file beside it cannot be read: a folder has its name.
    const own = await mkdtemp(join(tmpdir(), 'aanhouder-serve-'));
    await chmod(own, 0o755);
    await mkdir(join(own, 'session-secret'));
    const one = program(['verify'], { AANHOUDER_DATA: own });
    expect(await one.ended).toBe(1);
    expect(one.output()).toMatch(/session-secret cannot be read or written.*\n.*AANHOUDER_DATA=/);
    await rm(own, { recursive: true, force: true });
  } finally {
    await rm(file, { force: true });
  }
});

test('a setting that cannot be is told with its cure, and nothing is started', async () => {
  const server = program(['start'], { AANHOUDER_HOST: '0.0.0.0' });
  expect(await server.ended).toBe(1);
  expect(server.output()).toMatch(/APP_URL is missing.*\nSet APP_URL/);
});
