import { addDays, type Day } from '../day/day.ts';
import {
  chanceOfNothing,
  distributionOfSum,
  momentsOfSum,
  quantileOfSum,
  type Prospective,
  type SumDistribution,
} from './sum-distribution.ts';
import { at, STAGE_COUNT, type StageList } from './stage-list.ts';

/**
 * An open opportunity: `held` moments so far, the day of the next one, its value, and the chances of sale and of going
 * on by stage (stage 1 first, whatever `held` is).
 */
export interface ForecastProspect {
  readonly held: number;
  readonly nextOn: Day;
  readonly value: number;
  readonly hazards: StageList;
  readonly continues: StageList;
}

/** One period's revenue, in the unit of the values; p10 to p95: the smallest sum whose cumulated chance reaches that much. */
export interface ForecastPeriod {
  readonly period: string;
  readonly mean: number;
  readonly sd: number;
  readonly p10: number;
  readonly p50: number;
  readonly p90: number;
  readonly p95: number;
  readonly probZero: number;
  readonly distribution: SumDistribution;
}

export interface Forecast {
  /** Per prospect: chance that it is sold in each period. */
  readonly chances: readonly ReadonlyMap<string, number>[];
  readonly periods: readonly ForecastPeriod[];
}

/** From a calendar day to the period that it is in; periods sort as text. */
export type PeriodOf = (day: Day) => string;

/** '2026-03' of '2026-03-09'. */
export const monthOf: PeriodOf = (day) => day.slice(0, 7);

/**
 * Walks the stages that are left from the next moment's day with the rhythm's gaps (`gapsDays[j − 1]` calendar days between
 * moments j and j + 1; 11 of them): the chance of the sale in each period, booked on the moment's day (engine.md, section 5).
 */
export function saleChances(
  prospect: ForecastProspect,
  gapsDays: readonly number[],
  periodOf: PeriodOf,
): Map<string, number> {
  const chances = new Map<string, number>();
  let reached = 1;
  let day = prospect.nextOn;
  for (let index = prospect.held; index < STAGE_COUNT; index += 1) {
    const period = periodOf(day);
    chances.set(period, (chances.get(period) ?? 0) + reached * at(prospect.hazards, index));
    reached *= at(prospect.continues, index);
    if (index + 1 < STAGE_COUNT) day = addDays(day, at(gapsDays, index));
  }
  return chances;
}

/**
 * Revenue per period from these prospects, plug-in: as if the chances were known exactly, so only chance is in the range. Periods of
 * one prospect exclude each other: for a quarter ask again with `periodOf` a quarter, never add months' quantiles.
 */
export function forecast(
  prospects: readonly ForecastProspect[],
  gapsDays: readonly number[],
  periodOf: PeriodOf = monthOf,
): Forecast {
  const chances = prospects.map((prospect) => saleChances(prospect, gapsDays, periodOf));
  const byPeriod = new Map<string, Prospective[]>();
  chances.forEach((ofProspect, index) => {
    const value = prospects[index]?.value ?? 0;
    for (const [period, chance] of ofProspect) {
      const terms = byPeriod.get(period);
      if (terms) terms.push({ value, chance });
      else byPeriod.set(period, [{ value, chance }]);
    }
  });
  const periods = [...byPeriod.keys()].toSorted().map((period) => periodOutlook(period, byPeriod.get(period) ?? []));
  return { chances, periods };
}

function periodOutlook(period: string, terms: readonly Prospective[]): ForecastPeriod {
  const distribution = distributionOfSum(terms);
  const at10to95 = [0.1, 0.5, 0.9, 0.95].map((q) => quantileOfSum(distribution, q));
  const [p10 = 0, p50 = 0, p90 = 0, p95 = 0] = at10to95;
  return { period, ...momentsOfSum(terms), p10, p50, p90, p95, probZero: chanceOfNothing(terms), distribution };
}
