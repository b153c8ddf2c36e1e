import { cpus, totalmem } from 'node:os';
import { holds, type Line } from './measure.ts';

const figure = (value: number): string =>
  value >= 100 ? Math.round(value).toLocaleString('en') : value.toFixed(value > 0 && value < 0.1 ? 3 : 1);

function cellsOf(line: Line): string[] {
  const verdict = holds(line);
  return [
    line.what,
    line.size === null ? '' : line.size.toLocaleString('en'),
    line.p50 === null ? '' : figure(line.p50),
    `${figure(line.p95)} ${line.unit}`,
    line.limit === null ? '' : `${line.atLeast ? '≥' : '≤'} ${line.limit.toLocaleString('en')}`,
    verdict === null ? '' : verdict ? 'yes' : 'NO',
    line.note,
  ];
}

const heads = ['what', 'size', 'p50', 'p95', 'must be', 'holds', ''];

/** For the terminal and for Markdown alike. */
export function tableOf(lines: readonly Line[]): string {
  const rows = [heads, ...lines.map(cellsOf)];
  const widths = heads.map((_, column) => Math.max(3, ...rows.map((row) => row[column]?.length ?? 0)));
  const text = (row: readonly string[]) =>
    `| ${row.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join(' | ')} |`;
  return [text(heads), text(widths.map((width) => '-'.repeat(width))), ...rows.slice(1).map(text)].join('\n');
}

/** `paces`: before and after (measure.ts). */
export function reportOf(lines: readonly Line[], on: Date, load: number, paces: readonly [number, number]): string {
  const machine = `${cpus().length} × ${cpus()[0]?.model.trim() ?? 'unknown'}, ${Math.round(totalmem() / 2 ** 30)} GB, Node ${process.version}`;
  return `# Performance

What \`npm run bench\` measured last, with the embedded database. Nobody writes in this file by hand.

${on.toISOString().slice(0, 10)}, on ${machine}; load average ${load.toFixed(1)} when it began.
300 million additions took ${paces.map(Math.round).join(' ms before and ')} ms after it: a machine shared with others is not always as fast. Read ratios within one run before figures
across machines. A size is the number of open opportunities in one workspace, all sizes in one database; p50 and p95 are milliseconds of one
request after the other over HTTP, unless the unit says otherwise.

${tableOf(lines)}
`;
}
