import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Promised } from './bench.ts';
import { lineOf } from './measure.ts';

const warmStarts = 5;

/** From the command to the first page that answers: ≤ 5 s with a database to be made, ≤ 1.5 s after that. */
export const startUp: Promised = {
  name: 'start',
  async run() {
    const folder = await mkdtemp(join(tmpdir(), 'aanhouder-bench-'));
    await chmod(folder, 0o755); // else root's database goes elsewhere
    try {
      const first = await untilPage(folder);
      const warm: number[] = [];
      for (let n = 0; n < warmStarts; n += 1) warm.push(await untilPage(folder));
      return [
        lineOf('First start to first page', null, [first], 5000),
        lineOf('Warm start to first page', null, warm, 1500),
      ];
    } finally {
      await rm(folder, { recursive: true, force: true });
    }
  },
};

async function untilPage(dataFolder: string): Promise<number> {
  const port = await freePort();
  const began = performance.now();
  const child = spawn(process.execPath, [fileURLToPath(new URL('../scripts/run.mjs', import.meta.url)), 'start'], {
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
