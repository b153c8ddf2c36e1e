import { lognormalDraw } from './dirichlet-draw.ts';
import { meansUnder } from './forecast-approximated.ts';
import type { Placed } from './forecast-cells.ts';
import { eachSeries, rangesOf } from './forecast-ranges.ts';
import type { FreshProspects, LargeForecastInput, LargeForecastPeriod } from './open-revenue.ts';
import { drawnChances } from './drawn-chances.ts';
import { seededRandom, type Random } from './seeded-random.ts';
import { at, STAGE_COUNT } from './stage-list.ts';
import { ROW, stateChances, stateOf, type StateChances } from './state-chances.ts';
import { scaledModel, warmthModel } from './warmth.ts';

/** How often who buys when is drawn within each draw of the posterior. */
const REPEATS = 6;

/** One opportunity: where its chances stand, and the period of each stage (−1: none). */
interface Single {
  readonly row: number;
  readonly held: number;
  readonly value: number;
  readonly periods: Int32Array;
}

/** Chance itself simulated, for few opportunities; see largeForecast. */
export function simulatedForecast(
  { groups, beliefs, multiplier = 1, fresh, periods, seed }: LargeForecastInput,
  placed: Placed,
  draws: number,
): LargeForecastPeriod[] {
  // Luck apart, so that both ways of reckoning draw the same posteriors.
  const luck = seededRandom(~seed);
  const size = draws * REPEATS;
  const samples = eachSeries(() => new Float64Array(placed.periods * size));
  const singles = groups
    .filter(({ held, value }) => held < STAGE_COUNT && value > 0)
    .map((group): Single => {
      const offset = placed.offsetOf(group.nextOn);
      const periodOf = (index: number) =>
        index < group.held ? -1 : placed.periodAt(offset, group.held, index, group.pace);
      return {
        row: stateOf(group.held, group.warmth) * ROW,
        held: group.held,
        value: group.value,
        periods: Int32Array.from({ length: STAGE_COUNT }, (_, index) => periodOf(index)),
      };
    });
  for (const [draw, chances] of drawnChances(beliefs, multiplier, seed, draws).entries()) {
    for (let repeat = 0; repeat < REPEATS; repeat += 1) {
      const open = soldOpen(singles, chances, placed.periods, luck);
      const found = soldFresh(fresh, placed, chances, luck);
      const sums = { open: 0, fresh: 0 };
      for (let place = 0; place < placed.periods; place += 1) {
        const to = place * size + draw * REPEATS + repeat;
        samples.own.open[to] = at(open, place);
        samples.own.fresh[to] = at(found, place);
        samples.own.both[to] = at(open, place) + at(found, place);
        samples.cumulative.open[to] = sums.open += at(open, place);
        samples.cumulative.fresh[to] = sums.fresh += at(found, place);
        samples.cumulative.both[to] = sums.open + sums.fresh;
      }
    }
  }
  const estimate = stateChances(scaledModel(warmthModel(beliefs), multiplier));
  return rangesOf(periods.names, meansUnder(estimate, placed, fresh), samples, size);
}

/** Who buys, and in which period: one number against the chances of having bought by each stage. */
function soldOpen(singles: readonly Single[], chances: StateChances, periods: number, random: Random): Float64Array {
  const sums = new Float64Array(periods);
  for (const single of singles) {
    const luck = random();
    if (luck >= at(chances, single.row + STAGE_COUNT)) continue;
    let index = single.held;
    while (luck >= at(chances, single.row + index + 1)) index += 1;
    const place = at(single.periods, index);
    if (place >= 0) sums[place] = at(sums, place) + single.value;
  }
  return sums;
}

function soldFresh(
  fresh: FreshProspects | undefined,
  placed: Placed,
  chances: StateChances,
  random: Random,
): Float64Array {
  const sums = new Float64Array(placed.periods);
  if (!fresh) return sums;
  const row = stateOf(0, fresh.warmth) * ROW;
  for (let place = 0; place < placed.periods; place += 1) {
    let expected = 0;
    for (let index = 0; index < STAGE_COUNT; index += 1)
      expected +=
        at(placed.fresh, index * placed.periods + place) * (at(chances, row + index + 1) - at(chances, row + index));
    const buyers = poissonDraw(expected, random);
    for (let n = 0; n < buyers; n += 1)
      sums[place] = at(sums, place) + lognormalDraw(fresh.value, fresh.deviation, random);
  }
  return sums;
}

/** Knuth's product of draws (1969), in pieces of at most 20 so that the exponential keeps its digits. */
function poissonDraw(expected: number, random: Random): number {
  let count = 0;
  for (let left = expected; left > 0; left -= 20) {
    const limit = Math.exp(-Math.min(20, left));
    for (let product = random(); product > limit; product *= random()) count += 1;
  }
  return count;
}
