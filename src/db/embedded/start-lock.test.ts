import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { hostIdentity } from './host-identity.ts';
import { withStartLock } from './start-lock.ts';

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'aanhouder-lock-'));
});
afterEach(() => rm(folder, { recursive: true }));

const turn = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

it('lets one at a time through, however many come at once', async () => {
  let inside = 0;
  let most = 0;
  let done = 0;
  const work = async (): Promise<void> => {
    inside += 1;
    most = Math.max(most, inside);
    await turn();
    inside -= 1;
    done += 1;
  };
  await Promise.all(Array.from({ length: 12 }, () => withStartLock(folder, 30_000, work)));
  expect([most, done]).toEqual([1, 12]);
});

it('is given back when the work fails', async () => {
  await expect(withStartLock(folder, 1000, () => Promise.reject(new Error('no')))).rejects.toThrow('no');
  expect(await withStartLock(folder, 1000, () => Promise.resolve('next'))).toBe('next');
});

it('keeps one small file, whatever number of turns there were', async () => {
  for (let time = 0; time < 5; time += 1) await withStartLock(folder, 1000, turn);
  expect(await readdir(folder)).toEqual(['start.lock.5']);
});

it.each([
  ['of a process that is gone', { pid: 2 ** 22 + 1, started: '1' }],
  ['whose process id now belongs to another process', { pid: process.pid, started: 'earlier' }],
])('is taken over from a holder %s', async (_words, holder) => {
  await writeFile(join(folder, 'start.lock.4'), JSON.stringify({ ...holder, host: await hostIdentity() }));
  expect(await withStartLock(folder, 1000, () => readdir(folder))).toEqual(['start.lock.5']);
});

it('is taken over when a power cut left its file empty', async () => {
  await writeFile(join(folder, 'start.lock.4'), '');
  expect(await withStartLock(folder, 1000, () => readdir(folder))).toEqual(['start.lock.5']);
});

it('is refused, with a code, when the holder stays too long', async () => {
  const refused = withStartLock(folder, 1000, () => withStartLock(folder, 50, turn));
  await expect(refused).rejects.toMatchObject({ code: 'database_start_failed' });
});
