import { daysBetween, type Day } from '../day/day.ts';
import type { Pace } from '../opportunity/vocabulary.ts';
import { slowGapDays } from '../rhythm/rhythm.ts';
import type { FreshProspects, LargeForecastInput, OpenGroup } from './open-revenue.ts';
import { placeByDay } from './periods.ts';
import { at, STAGE_COUNT } from './stage-list.ts';
import { heldIn, ROW, STATES, stateOf } from './state-chances.ts';

/**
 * What is open, laid on the calendar. A run: opportunities of one state whose stages after `from` up to `to` fall into one period;
 * `value` and `squares` summed over them. `fresh`: in element stage·periods + period how many new prospects have that stage there.
 */
export interface Placed {
  readonly periods: number;
  readonly runs: number;
  /** Of each run: where its chances begin and end in StateChances, and its period. */
  readonly from: Int32Array;
  readonly to: Int32Array;
  readonly period: Int32Array;
  readonly value: Float64Array;
  readonly squares: Float64Array;
  readonly fresh: Float64Array;
  /** The period in which the stage with this index falls when the next moment is so many days after the start; −1 after the end. */
  readonly periodAt: (offset: number, held: number, index: number, pace: Pace) => number;
  readonly offsetOf: (day: Day) => number;
}

export function placeOpen({ groups, fresh, gapsDays, periods }: LargeForecastInput): Placed {
  const count = periods.names.length;
  const places = placeByDay(periods);
  const [start] = periods.starts;
  if (start === undefined) throw new RangeError('a forecast needs a period');
  const days = { active: cumulated(gapsDays), slow: cumulated(gapsDays.map(() => slowGapDays)) };
  const periodAt = (offset: number, held: number, index: number, pace: Pace): number =>
    places[offset + at(days[pace], index) - at(days[pace], held)] ?? -1;
  const offsets = new Map<Day, number>();
  const offsetOf = (day: Day): number => {
    const known = offsets.get(day);
    if (known !== undefined) return known;
    const offset = Math.max(0, daysBetween(start, day));
    offsets.set(day, offset);
    return offset;
  };
  // Runs that are the same for several days are added up.
  const runs = new Map<number, Run>();
  for (const { held, row, pace, offset, value, squares } of alike(groups, offsetOf, places.length)) {
    let from = held;
    for (let index = from; index < STAGE_COUNT; index += 1) {
      const period = periodAt(offset, held, index, pace);
      if (period < 0) break;
      if (index + 1 < STAGE_COUNT && periodAt(offset, held, index + 1, pace) === period) continue;
      const key = ((row + from) * ROW + index) * count + period;
      const run = runs.get(key);
      if (run) {
        run.value += value;
        run.squares += squares;
      } else runs.set(key, { from: row + from, to: row + index + 1, period, value, squares });
      from = index + 1;
    }
  }
  return {
    ...columnsOf([...runs.values()]),
    periods: count,
    fresh: freshPlaces(fresh, places, count, periodAt),
    periodAt,
    offsetOf,
  };
}

/** Days from the first moment to each. */
function cumulated(gapsDays: readonly number[]): number[] {
  let sum = 0;
  return [0, ...gapsDays.map((gap) => (sum += gap))];
}

interface Alike {
  readonly held: number;
  readonly row: number;
  readonly pace: Pace;
  readonly offset: number;
  readonly value: number;
  readonly squares: number;
}

/** Those of one state, pace and day together: 100,000 become a few thousand. */
function alike(groups: readonly OpenGroup[], offsetOf: (day: Day) => number, days: number): Alike[] {
  const size = days * STATES * 2;
  const values = new Float64Array(size);
  const allSquares = new Float64Array(size);
  for (const { held, warmth, pace, nextOn, value, squares } of groups) {
    const offset = offsetOf(nextOn);
    if (held >= STAGE_COUNT || offset >= days) continue;
    const place = (offset * STATES + stateOf(held, warmth)) * 2 + (pace === 'slow' ? 1 : 0);
    values[place] = at(values, place) + value;
    allSquares[place] = at(allSquares, place) + squares;
  }
  const found: Alike[] = [];
  for (let place = 0; place < size; place += 1) {
    const value = at(values, place);
    if (value === 0) continue;
    const state = (place >> 1) % STATES;
    found.push({
      held: heldIn(state),
      row: state * ROW,
      pace: place & 1 ? 'slow' : 'active',
      offset: Math.floor((place >> 1) / STATES),
      value,
      squares: at(allSquares, place),
    });
  }
  return found;
}

interface Run {
  readonly from: number;
  readonly to: number;
  readonly period: number;
  value: number;
  squares: number;
}

function columnsOf(runs: readonly Run[]): Pick<Placed, 'runs' | 'from' | 'to' | 'period' | 'value' | 'squares'> {
  return {
    runs: runs.length,
    from: Int32Array.from(runs, (run) => run.from),
    to: Int32Array.from(runs, (run) => run.to),
    period: Int32Array.from(runs, (run) => run.period),
    value: Float64Array.from(runs, (run) => run.value),
    squares: Float64Array.from(runs, (run) => run.squares),
  };
}

/** Found evenly over the days of a week, the first moment on the day itself. */
function freshPlaces(
  fresh: FreshProspects | undefined,
  places: Int32Array,
  periods: number,
  periodAt: Placed['periodAt'],
): Float64Array {
  const expected = new Float64Array(STAGE_COUNT * periods);
  if (!fresh) return expected;
  const { perWeek, paysAfterDays = 0 } = fresh;
  for (let offset = 0; offset < places.length; offset += 1) {
    const rate = typeof perWeek === 'number' ? perWeek : (perWeek[Math.floor(offset / 7)] ?? perWeek.at(-1) ?? 0);
    for (let index = 0; index < STAGE_COUNT; index += 1) {
      const period = periodAt(offset + paysAfterDays, 0, index, 'active');
      if (period < 0) break;
      expected[index * periods + period] = at(expected, index * periods + period) + rate / 7;
    }
  }
  return expected;
}
