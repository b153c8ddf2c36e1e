/** Milliseconds of each of `times` calls, one after the other, after a few that are not counted. */
export async function timesOf(times: number, call: (n: number) => Promise<unknown>, warm = 5): Promise<number[]> {
  for (let n = 0; n < warm; n += 1) await call(n);
  const timed = async (n: number): Promise<number> => {
    const began = performance.now();
    await call(warm + n);
    return performance.now() - began;
  };
  if (quiet !== null && times >= together) return timesWhenQuiet(times, (n) => timed(n % times), quiet);
  const all: number[] = [];
  for (let n = 0; n < times; n += 1) all.push(await timed(n));
  return all;
}

/** Milliseconds of the pace at which a machine counts as quiet; null: it is measured as it comes. */
let quiet: number | null = null;
let lines = 0;
let restless = 0;

/**
 * From now on twenty calls are timed at once, between two looks at the pace, and count when others left the machine alone at both; so on until
 * there are as many as asked for, or ten times as many were made: then those of the best pace count. Chosen by the pace alone, not by the times.
 */
export function waitForQuiet(): void {
  quiet = Math.min(...Array.from({ length: 50 }, () => pace(shortLook))) * 1.15;
}

/** What `waitForQuiet` found: below which pace the machine was quiet, and how many lines there are of which it never was for long enough. */
export const quietness = (): { below: number; lines: number; restless: number } | null =>
  quiet === null ? null : { below: quiet, lines, restless };

const together = 20;
const shortLook = 1.2e7;

async function timesWhenQuiet(times: number, timed: (n: number) => Promise<number>, below: number): Promise<number[]> {
  const wanted = Math.ceil(times / together);
  const pieces: { pace: number; times: number[] }[] = [];
  const found = () => pieces.filter((piece) => piece.pace <= below).length;
  while (found() < wanted && pieces.length < 10 * wanted) {
    const before = pace(shortLook);
    const piece: number[] = [];
    for (let n = 0; n < together; n += 1) piece.push(await timed(pieces.length * together + n));
    pieces.push({ pace: Math.max(before, pace(shortLook)), times: piece });
  }
  lines += 1;
  if (found() < wanted) restless += 1;
  return pieces
    .toSorted((a, b) => a.pace - b.pace)
    .slice(0, wanted)
    .flatMap((piece) => piece.times);
}

/** The value that `share` of them do not exceed. */
export function quantile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.ceil(share * sorted.length) - 1)] ?? Number.NaN;
}

/** One line of the table: what was measured, and what it must reach (milliseconds, unless `unit` says otherwise). */
export type Line = {
  what: string;
  size: number | null;
  p50: number | null;
  p95: number;
  unit: string;
  /** At most this, or with `atLeast` at least. */
  limit: number | null;
  atLeast?: true;
  note: string;
};

export function lineOf(
  what: string,
  size: number | null,
  times: readonly number[],
  limit: number | null,
  note = '',
): Line {
  return { what, size, p50: quantile(times, 0.5), p95: quantile(times, 0.95), unit: 'ms', limit, note };
}

export function holds({ p95, limit, atLeast }: Line): boolean | null {
  if (limit === null) return null;
  return atLeast ? p95 >= limit : p95 <= limit;
}

const additions = 3e8;

/**
 * Milliseconds that this machine takes for 300 million additions: how fast it is now. On a machine shared with others this was seen to
 * double within minutes, and all figures with it.
 * @param looked so many are made, and counted as all of them
 */
export function pace(looked = additions): number {
  const began = performance.now();
  let sum = 0;
  for (let n = 0; n < looked; n += 1) sum += n;
  return sum > 0 ? (performance.now() - began) * (additions / looked) : 0;
}
