import { mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { writeWholeFile } from './whole-file.ts';

let folder: string;
beforeAll(async () => void (folder = await mkdtemp(join(tmpdir(), 'aanhouder-whole-'))));
afterAll(() => rm(folder, { recursive: true }));

async function* failingHalfway(code: string) {
  yield 'half';
  throw Object.assign(new Error(`${code}: write`), { code, syscall: 'write' });
}

test('a file is there whole, for its owner only, in the place of an earlier one', async () => {
  const path = join(folder, 'file');
  await writeFile(path, 'earlier');
  await writeWholeFile(
    path,
    (async function* () {
      yield 'one ';
      yield Buffer.from('two');
    })(),
  );
  expect(await readFile(path, 'utf8')).toBe('one two');
  expect((await stat(path)).mode & 0o777).toBe(0o600);
});

test('a disk that runs full leaves nothing behind, and the earlier file as it was', async () => {
  const path = join(folder, 'kept');
  await writeFile(path, 'earlier');
  await expect(writeWholeFile(path, failingHalfway('ENOSPC'))).rejects.toMatchObject({
    code: 'disk_full',
    detail: expect.stringContaining('Free some space'),
  });
  expect(await readFile(path, 'utf8')).toBe('earlier');
  expect((await readdir(folder)).filter((name) => name.endsWith('.part'))).toEqual([]);
});

test('a fault of the source is not taken for one of the disk', async () => {
  await expect(writeWholeFile(join(folder, 'x'), failingHalfway('E_OTHER'))).rejects.toThrow('E_OTHER');
});
