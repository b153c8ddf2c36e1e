import { rm } from 'node:fs/promises';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { tmpdir } from 'node:os';
import { makeCompany, type House } from './house.ts';
import { type ListKind, writeImportFile } from './data/import-file.ts';
import type { Promised } from './bench.ts';
import { timesOf, lineOf, type Line } from './measure.ts';

/** Import over the API, from sending the file to the end of the commit: ≥ 5,000 rows a second, the server under 400 MB. */
export function importFile(house: House, rows: number): Promised {
  return {
    name: 'import',
    async run({ server }) {
      const lines: Line[] = [];
      for (const kind of ['counts', 'full'] as const) {
        const { token } = await makeCompany(house, 1);
        lines.push(...(await importOne(server, token, kind, rows)));
        if (kind === 'counts') continue;
        const after = await timesOf(20, () => server.get(token, '/today?minutes=60'), 0);
        lines.push(lineOf('Today right after the import', rows, after, null));
      }
      return lines;
    },
  };
}

async function importOne(server: Server, token: string, kind: ListKind, rows: number): Promise<Line[]> {
  const path = join(tmpdir(), `aanhouder-bench-${process.pid}.csv`);
  try {
    await writeImportFile(path, rows, kind);
    await server.peakMegabytes();
    const began = performance.now();
    const id = await upload(server, token, await readFile(path));
    const uploaded = performance.now();
    const counts = await commit(server, token, id);
    const ended = performance.now();
    if (counts !== rows) throw new Error(`Of ${rows} rows ${counts} were created.`);
    const megabytes = await server.peakMegabytes();
    await isFound(server, token, id);
    const found = performance.now();
    const list = kind === 'full' ? 'a list of 12 columns' : 'names and counts';
    const rate = (what: string, from: number, limit: number | null): Line => ({
      what,
      size: rows,
      p50: null,
      p95: rows / ((ended - from) / 1000),
      unit: 'rows/s',
      limit,
      atLeast: true,
      note: `${((ended - from) / 1000).toFixed(1)} s`,
    });
    return [
      rate(`Import of ${list}, from upload to commit`, began, 5000),
      rate(`Import of ${list}, the commit alone`, uploaded, null),
      {
        what: `Import of ${list}, from commit until search finds all`,
        size: rows,
        p50: null,
        p95: found - ended,
        unit: 'ms',
        limit: null,
        note: '',
      },
      {
        what: `Import of ${list}, memory of the server`,
        size: rows,
        p50: null,
        p95: megabytes,
        unit: 'MB',
        limit: 400,
        note: '',
      },
    ];
  } finally {
    await rm(path, { force: true });
  }
}

/** Until what came in is found by all its words, which follow the commit. */
async function isFound(server: Server, token: string, id: string): Promise<void> {
  while (JSON.parse((await server.get(token, `/imports/${id}`)).text).wordsFollow)
    await new Promise((resolve) => setTimeout(resolve, 100));
}

type Server = Parameters<Promised['run']>[0]['server'];

async function upload(server: Server, token: string, bytes: Buffer): Promise<string> {
  const mark = 'a-mark-that-is-in-no-file';
  const body = Buffer.concat([
    Buffer.from(
      `--${mark}\r\ncontent-disposition: form-data; name="file"; filename="prospects.csv"\r\ncontent-type: text/csv\r\n\r\n`,
    ),
    bytes,
    Buffer.from(`\r\n--${mark}--\r\n`),
  ]);
  const { text } = await server.post(token, '/imports', body, {
    'content-type': `multipart/form-data; boundary=${mark}`,
    'content-length': String(body.length),
  });
  return JSON.parse(text).id;
}

async function commit(server: Server, token: string, id: string): Promise<number> {
  await server.post(token, `/imports/${id}/commit`, JSON.stringify({ notWon: 'open', basis: 'conversation' }));
  while (true) {
    const view = JSON.parse((await server.get(token, `/imports/${id}`)).text);
    if (view.status === 'committed') return view.counts.created;
    if (view.status === 'failed') throw new Error(JSON.stringify(view.failure));
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
}
