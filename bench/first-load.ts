import { fileURLToPath } from 'node:url';
import type { Promised } from './bench.ts';

const measurer = new URL('../scripts/first-load.mjs', import.meta.url).href;

/** The script of the first load: ≤ 200 kB gzipped. The build measures it too, and refuses more. */
export const firstLoad: Promised = {
  name: 'script',
  async run() {
    const { firstLoad: bytesOf }: { firstLoad(folder: string): number } = await import(measurer);
    const kilobytes = bytesOf(fileURLToPath(new URL('../dist/web', import.meta.url))) / 1000;
    return [
      { what: 'Script of the first load', size: null, p50: null, p95: kilobytes, unit: 'kB', limit: 200, note: '' },
    ];
  },
};
