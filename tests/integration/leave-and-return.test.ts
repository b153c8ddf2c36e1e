import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { anInstallation, type Installation } from '#tests/support/installation';

let folder: string;
let here: Installation;
let there: Installation;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'aanhouder-leave-'));
  here = await anInstallation();
  there = await anInstallation();
});
afterAll(async () => {
  await here.clear();
  await there.clear();
  await rm(folder, { recursive: true, force: true });
});

async function done(where: Installation, ...argv: string[]): Promise<string> {
  const { code, out, said } = await where.run(...argv);
  expect(code, said).toBe(0);
  return out;
}

test('a company leaves one computer with a file, and goes on from another', async () => {
  const file = join(folder, 'leave.jsonl');
  const server = await here.serve();
  const made = await here.ask('POST', '/opportunities', { title: 'Oven', person: { name: 'Bram' }, value: 250_000 });
  expect(made.status).toBe(201);
  await done(here, 'export', file);
  server.child.kill('SIGTERM');
  await server.ended;
  expect(await done(there, 'restore', file)).toMatch(/^1 opportunity, .* in 1 workspace: no difference$/);
  await done(there, 'verify');
  await there.serve();
  const { status, body } = await there.ask('GET', `/opportunities/${made.body.id}`);
  expect({ status, body }).toMatchObject({ status: 200, body: { title: 'Oven', value: 250_000, state: 'open' } });
  expect((await readFile(file, 'utf8')).split('\n')[0]).toContain('"opportunity":1');
  const second = await there.run('restore', file);
  expect(second).toMatchObject({ code: 1, said: expect.stringContaining('already_set_up') });
});
