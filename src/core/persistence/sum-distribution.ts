import { at } from './stage-list.ts';

/** A value (≥ 0) that comes with this chance (0..1), independent of the others. Values in minor units, or all in one unit. */
export interface Prospective {
  readonly value: number;
  readonly chance: number;
}

/**
 * Distribution of the sum: `support` ascending with its `probability`. `exact`, or on a grid of `step` when the sums are too many:
 * then `error` bounds the mean absolute difference from the true sum (its mean stays exact), and what lies over the grid's end is
 * counted at its end.
 */
export interface SumDistribution {
  readonly kind: 'exact' | 'grid';
  readonly step: number;
  readonly error: number;
  readonly support: ArrayLike<number>;
  readonly probability: ArrayLike<number>;
}

/** Exact while no more different sums than this; twelve prospects of unlike values already give as many. */
const MOST_EXACT_SUMS = 4096;
const GRID_CELLS = 4096;

/** Mean and standard deviation of the sum, always exact. */
export function momentsOfSum(terms: readonly Prospective[]): { mean: number; sd: number } {
  let mean = 0;
  let variance = 0;
  for (const { value, chance } of terms) {
    mean += value * chance;
    variance += value * value * chance * (1 - chance);
  }
  return { mean, sd: Math.sqrt(variance) };
}

/** Convolution of value × Bernoulli(chance) over all terms. */
export function distributionOfSum(terms: readonly Prospective[]): SumDistribution {
  const counting = terms.filter(({ value, chance }) => value > 0 && chance > 0);
  return exactDistribution(counting) ?? gridDistribution(counting);
}

function exactDistribution(terms: readonly Prospective[]): SumDistribution | null {
  let support = [0];
  let probability = [1];
  for (const { value, chance } of terms) {
    const sums: number[] = [];
    const chances: number[] = [];
    let without = 0;
    let withIt = 0;
    while (withIt < support.length) {
      const plain = without < support.length ? at(support, without) : Number.POSITIVE_INFINITY;
      const raised = at(support, withIt) + value;
      // Whole minor units meet exactly; fractions given from outside may differ in their last bits. Never a cent below 1e14.
      const same = Math.abs(plain - raised) <= 1e-14 * raised;
      let mass = 0;
      if (same || plain < raised) mass += at(probability, without++) * (1 - chance);
      if (same || plain > raised) mass += at(probability, withIt++) * chance;
      if (mass > 0) {
        sums.push(Math.min(plain, raised));
        chances.push(mass);
      }
    }
    if (sums.length > MOST_EXACT_SUMS) return null;
    support = sums;
    probability = chances;
  }
  return { kind: 'exact', step: 0, error: 0, support, probability };
}

/**
 * Every value is laid on the two cells around it so that its mean stays (a sum of nothing stays nothing too). `error` is the standard
 * deviation that this adds. Up to ten standard deviations over the mean: beyond lies less than 1% by Cantelli's inequality.
 * Measured: 5,000 prospects over seven months take 0.8 seconds.
 */
function gridDistribution(terms: readonly Prospective[]): SumDistribution {
  const { mean, sd } = momentsOfSum(terms);
  const most = terms.reduce((sum, { value }) => sum + value, 0);
  const last = GRID_CELLS - 1;
  const step = Math.min(most, mean + 10 * sd) / last;
  let probability = new Float64Array(GRID_CELLS);
  let next = new Float64Array(GRID_CELLS);
  probability[0] = 1;
  let variance = 0;
  for (const { value, chance } of terms) {
    const cells = Math.min(last, Math.floor(value / step));
    const high = cells < last ? value / step - cells : 0;
    variance += chance * high * (1 - high) * step * step;
    convolve(probability, next, cells, 1 - chance, chance * (1 - high), chance * high);
    [probability, next] = [next, probability];
  }
  const support = Float64Array.from(probability, (_, cell) => cell * step);
  return { kind: 'grid', step, error: Math.sqrt(variance), support, probability };
}

/** next = stay × from, low × from moved up by `cells`, high × from moved up by one more; what goes over the end stays at the end. */
function convolve(
  from: Float64Array,
  next: Float64Array,
  cells: number,
  stay: number,
  low: number,
  high: number,
): void {
  const last = from.length - 1;
  let whole = 0;
  for (let cell = 0; cell <= last; cell += 1) {
    let mass = (from[cell] ?? 0) * stay;
    if (cell >= cells) mass += (from[cell - cells] ?? 0) * low;
    if (cell > cells) mass += (from[cell - cells - 1] ?? 0) * high;
    next[cell] = mass;
    whole += mass;
  }
  next[last] = (next[last] ?? 0) + Math.max(0, 1 - whole);
}

/** Smallest x with P(sum ≤ x) ≥ q. Within 1e-12, for a sum of chances that is q on paper may come out a hair under it. */
export function quantileOfSum({ support, probability }: SumDistribution, q: number): number {
  let reached = 0;
  for (let index = 0; index < support.length; index += 1) {
    reached += at(probability, index);
    if (reached >= q - 1e-12) return at(support, index);
  }
  return support.length > 0 ? at(support, support.length - 1) : 0;
}

/** P(sum = 0). */
export function chanceOfNothing(terms: readonly Prospective[]): number {
  return terms.reduce((none, { value, chance }) => (value > 0 ? none * (1 - chance) : none), 1);
}
