import { cp, mkdir, mkdtemp, readdir, readFile, rm, stat, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type Program, startFile, startProgram } from '../support/program.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));
let copy: string;
let server: string;
let kept: string;

beforeAll(async () => {
  await startProgram(['--help'], {}).ended; // which builds where the sources are newer
  copy = await mkdtemp(join(tmpdir(), 'aanhouder-test-'));
  server = join(copy, 'dist/server');
  kept = join(server, 'compiled.bin');
  await mkdir(server, { recursive: true });
  await cp(join(root, 'package.json'), join(copy, 'package.json'));
  for (const name of await readdir(join(root, 'dist/server')))
    if (name.endsWith('.cjs')) await cp(join(root, 'dist/server', name), join(server, name));
});
beforeEach(() => rm(kept, { recursive: true, force: true }));
afterAll(() => rm(copy, { recursive: true, force: true }));

/** Long ago, so that a file written now is another. */
const then = new Date('2026-01-01T00:00:00Z');

async function help(): Promise<void> {
  const program: Program = startFile(join(server, 'cli.cjs'), ['--help'], {});
  expect(await program.ended, program.output()).toBe(0);
  expect(program.output()).toContain('token create');
}

describe('what V8 made of the built files', () => {
  it('is kept by the first run, and taken by the next', async () => {
    await help();
    expect((await stat(kept)).size).toBeGreaterThan(100_000);
    await utimes(kept, then, then);
    await help();
    expect((await stat(kept)).mtime).toEqual(then); // nothing was compiled anew
    expect((await readdir(server)).filter((name) => !name.endsWith('.cjs'))).toEqual(['compiled.bin']);
  });

  it.each([
    ['a file cut off', (whole: Buffer) => whole.subarray(0, whole.length / 2)],
    ['a file of zeros', (whole: Buffer) => Buffer.alloc(whole.length)],
    ['a damaged file', (whole: Buffer) => Buffer.from(whole).fill(0xa5, 1_000_000, 1_004_096)],
  ])('is made anew where %s is found', async (_, spoil) => {
    await help();
    const whole = await readFile(kept);
    await writeFile(kept, spoil(whole));
    await utimes(kept, then, then);
    await help();
    expect((await stat(kept)).mtime).not.toEqual(then);
    await utimes(kept, then, then);
    await help();
    expect((await stat(kept)).mtime).toEqual(then);
  });

  it('is not missed where it cannot be written', async () => {
    await mkdir(kept);
    await help();
    await rm(kept, { recursive: true });
    expect((await readdir(server)).filter((name) => !name.endsWith('.cjs'))).toEqual([]);
  });
});
