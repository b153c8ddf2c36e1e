import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmod, cp, mkdtemp, rm, symlink } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import type { Promised } from './bench.ts';
import { lineOf } from './measure.ts';

const warmStarts = 5;

/** From the command to the first page that answers: ≤ 5 s with a database to be made, ≤ 1.5 s after that. */
export const startUp: Promised = {
  name: 'start',
  async run() {
    const program = await mkdtemp(join(tmpdir(), 'aanhouder-bench-'));
    const folder = await mkdtemp(join(tmpdir(), 'aanhouder-bench-'));
    await chmod(folder, 0o755); // else root's database goes elsewhere
    try {
      await copyProgram(program);
      const first = await untilPage(program, folder);
      const warm: number[] = [];
      for (let n = 0; n < warmStarts; n += 1) warm.push(await untilPage(program, folder));
      return [
        lineOf('First start to first page', null, [first], 5000),
        lineOf('Warm start to first page', null, warm, 1500),
      ];
    } finally {
      for (const made of [program, folder]) await rm(made, { recursive: true, force: true });
    }
  },
};

const root = fileURLToPath(new URL('..', import.meta.url));
const parts = [
  'dist',
  'scripts',
  'src',
  'package.json',
  'package-lock.json',
  'vite.config.ts',
  'vite.server.config.ts',
  'vite.worker.config.ts',
];

/**
 * The program as it is built, in a folder of its own: whoever works on the sources while this runs would have each start build anew, and the
 * build would be what is measured.
 */
async function copyProgram(to: string): Promise<void> {
  const prepared = spawn(process.execPath, [join(root, 'scripts/prepare.mjs')], { stdio: 'inherit' });
  const [code] = await once(prepared, 'exit');
  if (code !== 0) throw new Error('The build failed.');
  for (const part of parts) await cp(join(root, part), join(to, part), { recursive: true });
  await symlink(join(root, 'node_modules'), join(to, 'node_modules'));
  // A copy has times of its own, by which its build would be older than its sources.
  const { markBuilt, takeMarks } = await import(pathToFileURL(join(to, 'scripts/freshness.mjs')).href);
  markBuilt(takeMarks());
}

async function untilPage(program: string, dataFolder: string): Promise<number> {
  const port = await freePort();
  const began = performance.now();
  const child = spawn(process.execPath, [join(program, 'scripts/run.mjs'), 'start'], {
    env: { ...process.env, AANHOUDER_DATA: dataFolder, AANHOUDER_PORT: String(port) },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const ended = once(child, 'exit');
  try {
    await Promise.race([once(child.stdout, 'data'), ended.then(() => Promise.reject(new Error('The start failed.')))]);
    const page = await fetch(`http://127.0.0.1:${port}/`);
    if (!page.ok || !(await page.text()).includes('<script')) throw new Error('That is not the first page.');
    return performance.now() - began;
  } finally {
    child.kill('SIGTERM');
    await ended;
  }
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  server.close();
  await once(server, 'close');
  return typeof address === 'object' && address ? address.port : 0;
}
