import type { Delimiter } from '../table-file.ts';

const candidates: readonly Delimiter[] = [';', '\t', ',', '|'];
const mostRecords = 100;

/**
 * The delimiter of a text, from its start. For each candidate the cells per record are counted with quotation marks in mind;
 * the one that cuts the records most evenly, and the first record like the others, is it. A comma when nothing cuts.
 */
export function detectDelimiter(sample: string, complete: boolean): Delimiter {
  const told = /^"?sep=([;,|\t])"?\r?\n/i.exec(sample)?.[1];
  const named = candidates.find((candidate) => candidate === told);
  if (named !== undefined) return named;
  let best: Delimiter = ',';
  let bestScore = 0;
  for (const candidate of candidates) {
    const score = evenness(cellsPerRecord(sample, candidate, complete));
    if (score > bestScore) [best, bestScore] = [candidate, score];
  }
  return best;
}

function evenness(counts: readonly number[]): number {
  const tally = new Map<number, number>();
  for (const count of counts) if (count > 1) tally.set(count, (tally.get(count) ?? 0) + 1);
  const [usual, times] = [...tally].toSorted((a, b) => b[1] - a[1] || b[0] - a[0])[0] ?? [1, 0];
  if (times === 0) return 0;
  const even = (times / counts.length) * (1 + Math.log2(usual));
  // Decimal commas cut each row of figures alike, but not the headers above them.
  return counts[0] === usual ? even : even / 2;
}

function cellsPerRecord(text: string, delimiter: Delimiter, complete: boolean): number[] {
  const counts: number[] = [];
  let cells = 1;
  let quoted = false;
  let cellStart = true;
  let blank = true;
  for (let at = 0; at < text.length && counts.length < mostRecords; at++) {
    const letter = text.charAt(at);
    if (quoted) {
      if (letter === '"') quoted = text.charAt(at + 1) === '"' ? (at++, true) : false;
    } else if (letter === '\n' || letter === '\r') {
      if (!blank) counts.push(cells);
      [cells, cellStart, blank] = [1, true, true];
      continue;
    } else if (letter === delimiter) {
      [cells, cellStart] = [cells + 1, true];
      continue;
    } else if (letter === '"' && cellStart) quoted = true;
    cellStart = false;
    blank = false;
  }
  // The last record of a sample may be cut in two; of a whole text it counts.
  if (!blank && (complete || counts.length === 0)) counts.push(cells);
  return counts;
}
