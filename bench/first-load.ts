import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';
import type { Promised } from './bench.ts';

const web = new URL('../dist/web/', import.meta.url);

/** The script of the first load, which is what the page names itself: ≤ 200 kB gzipped. */
export const firstLoad: Promised = {
  name: 'script',
  async run() {
    const page = await readFile(fileURLToPath(new URL('index.html', web)), 'utf8');
    const scripts = [...page.matchAll(/(?:src|href)="\/?([^"]+\.js)"/g)].map((match) => match[1] ?? '');
    const sizes = await Promise.all(
      scripts.map(async (path) => gzipSync(await readFile(fileURLToPath(new URL(path, web)))).length),
    );
    const kilobytes = sizes.reduce((sum, size) => sum + size, 0) / 1000;
    const note = `${scripts.length} files`;
    return [{ what: 'Script of the first load', size: null, p50: null, p95: kilobytes, unit: 'kB', limit: 200, note }];
  },
};
