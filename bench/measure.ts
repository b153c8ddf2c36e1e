/** Milliseconds of each of `times` calls, one after the other, after a few that are not counted. */
export async function timesOf(times: number, call: (n: number) => Promise<unknown>, warm = 5): Promise<number[]> {
  for (let n = 0; n < warm; n += 1) await call(n);
  const all: number[] = [];
  for (let n = 0; n < times; n += 1) {
    const began = performance.now();
    await call(warm + n);
    all.push(performance.now() - began);
  }
  return all;
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

/**
 * Milliseconds that this machine takes for 300 million additions: how fast it is now. On a machine shared with others this was seen to
 * double within minutes, and all figures with it.
 */
export function pace(): number {
  const began = performance.now();
  let sum = 0;
  for (let n = 0; n < 3e8; n += 1) sum += n;
  return sum > 0 ? performance.now() - began : 0;
}
