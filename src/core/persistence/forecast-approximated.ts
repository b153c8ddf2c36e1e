import { eachSeries, rangesOf, type Series } from './forecast-ranges.ts';
import type { Placed } from './forecast-cells.ts';
import type { FreshProspects, LargeForecastInput, LargeForecastPeriod } from './open-revenue.ts';
import { drawnChances } from './drawn-chances.ts';
import { normalQuantile } from './normal-quantile.ts';
import { at, STAGE_COUNT } from './stage-list.ts';
import { stateChances, stateOf, ROW, type StateChances } from './state-chances.ts';
import { scaledModel, warmthModel } from './warmth.ts';

/** Points that each draw's shape is read at. */
const POINTS = 4;

/** Mean and variance of each series, given the chances. */
interface Moments {
  readonly mean: Series;
  readonly variance: Series;
}

/** Mean and variance exact within each draw, the shape a gamma's; see largeForecast. */
export function approximatedForecast(
  { beliefs, multiplier = 1, fresh, periods, seed }: LargeForecastInput,
  placed: Placed,
  draws: number,
): LargeForecastPeriod[] {
  const size = draws * POINTS;
  const samples = eachSeries(() => new Float64Array(placed.periods * size));
  const first = eachSeries(() => new Float64Array(placed.periods));
  const second = eachSeries(() => new Float64Array(placed.periods));
  const within = eachSeries(() => new Float64Array(placed.periods));
  const points = spreadPoints(size);
  for (const [draw, drawn] of drawnChances(beliefs, multiplier, seed, draws).entries()) {
    const { mean, variance } = momentsUnder(drawn, placed, fresh);
    eachSeries((part, cumulative) => {
      const kind = cumulative ? 'cumulative' : 'own';
      const means = mean[kind][part];
      const variances = variance[kind][part];
      const sample = samples[kind][part];
      for (let place = 0; place < placed.periods; place += 1) {
        const m = at(means, place);
        const v = at(variances, place);
        add(first[kind][part], place, m / draws);
        add(second[kind][part], place, (m * m) / draws);
        add(within[kind][part], place, v / draws);
        // The third roots of a gamma are nearly normal (Wilson and Hilferty 1931): so its points follow from normal ones.
        const third = m > 0 ? v / (m * m) / 9 : 0;
        const root = Math.sqrt(third);
        for (let point = draw * POINTS; point < (draw + 1) * POINTS; point += 1)
          sample[place * size + point] = m * Math.max(0, 1 - third + at(points, point) * root) ** 3;
      }
    });
  }
  // The law of total variance: chance within a draw, and what the draws differ.
  const deviations = eachSeries((part, cumulative) => {
    const kind = cumulative ? 'cumulative' : 'own';
    return Float64Array.from(first[kind][part], (mean, place) =>
      Math.sqrt(at(within[kind][part], place) + Math.max(0, at(second[kind][part], place) - mean * mean)),
    );
  });
  const chances = stateChances(scaledModel(warmthModel(beliefs), multiplier));
  return rangesOf(periods.names, momentsUnder(chances, placed, fresh).mean, samples, size, deviations);
}

/** Means alone, for whoever simulates the rest. */
export function meansUnder(chances: StateChances, placed: Placed, fresh: FreshProspects | undefined): Series {
  return momentsUnder(chances, placed, fresh).mean;
}

/**
 * A run's chance P is the sold-by chance at its end less that at its start: mean V·P, variance V²·P·(1 − P). Cumulated over periods the
 * chance is C, its variance V²·C·(1 − C): every run adds P to C and (end² − start²) to C². New prospects come by Poisson's law, so that
 * those who buy in different periods are independent: variance = Σ chance × mean of the squared value.
 */
function momentsUnder(chances: StateChances, placed: Placed, fresh: FreshProspects | undefined): Moments {
  const { periods, runs, from, to, period, value, squares } = placed;
  const mean = eachSeries(() => new Float64Array(periods));
  const variance = eachSeries(() => new Float64Array(periods));
  const openMean = mean.own.open;
  const openVariance = variance.own.open;
  const openCumulative = variance.cumulative.open;
  for (let run = 0; run < runs; run += 1) {
    const place = at(period, run);
    const start = at(chances, at(from, run));
    const end = at(chances, at(to, run));
    const chance = end - start;
    const square = at(squares, run);
    add(openMean, place, at(value, run) * chance);
    add(openVariance, place, square * chance * (1 - chance));
    add(openCumulative, place, square * (chance - (end * end - start * start)));
  }
  if (fresh) {
    const row = stateOf(0, fresh.warmth) * ROW;
    const square = fresh.value ** 2 + fresh.deviation ** 2;
    for (let index = 0; index < STAGE_COUNT; index += 1) {
      const chance = at(chances, row + index + 1) - at(chances, row + index);
      for (let place = 0; place < periods; place += 1) {
        const expected = at(placed.fresh, index * periods + place) * chance;
        add(mean.own.fresh, place, expected * fresh.value);
        add(variance.own.fresh, place, expected * square);
      }
    }
  }
  cumulate(mean, mean.own.open);
  cumulate(variance, openCumulative);
  return { mean, variance };
}

/** Sums over the periods; `open`: what each adds to the cumulated series of what is open. */
function cumulate({ own, cumulative }: Series, open: Float64Array): void {
  let [openSum, freshSum] = [0, 0];
  for (let place = 0; place < own.both.length; place += 1) {
    openSum += at(open, place);
    freshSum += at(own.fresh, place);
    own.both[place] = at(own.open, place) + at(own.fresh, place);
    cumulative.open[place] = openSum;
    cumulative.fresh[place] = freshSum;
    cumulative.both[place] = openSum + freshSum;
  }
}

function add(list: Float64Array, place: number, amount: number): void {
  list[place] = (list[place] ?? 0) + amount;
}

/** Normal deviates spread evenly in every stretch of the list, by steps of the golden ratio: steadier than drawing them. */
function spreadPoints(size: number): Float64Array {
  const golden = (Math.sqrt(5) - 1) / 2;
  return Float64Array.from({ length: size }, (_, index) => normalQuantile((0.5 + (index + 1) * golden) % 1));
}
