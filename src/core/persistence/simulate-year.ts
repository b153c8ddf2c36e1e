import { bestFirst } from './best-first.ts';
import type { Fates } from './simulate-fates.ts';
import type { IndexKnown } from './simulate-index.ts';
import type { Policy, SellingYear } from './simulate-settings.ts';
import { at, STAGE_COUNT, sumOf } from './stage-list.ts';

/** What a year brought, and what went into it. */
export interface YearResult {
  readonly revenue: number;
  readonly sales: number;
  readonly found: number;
  readonly minutesWorked: number;
}

/** The next moment is tomorrow at the earliest. */
const nextDay: readonly number[] = Array.from({ length: STAGE_COUNT - 1 }, () => 1);
const WORKING_DAYS = 5;

/**
 * One year of one policy. Before the year counts, prospects are worked for as many days as a rhythm takes, so that it is a year of a
 * business that runs: one that starts from nothing earns its later moments later. Minutes that a task takes over the day are
 * taken from the next, so that no policy loses by what happens to fit.
 */
export function simulateYear(year: SellingYear, policy: Policy, fates: Fates, known: IndexKnown): YearResult {
  const gaps = year.gapsDays ?? nextDay;
  const runUp = sumOf(gaps);
  const days = runUp + year.days;
  const waiting = due(policy, known, days);
  const held: number[] = [];
  let [revenue, sales, found, minutesWorked] = [0, 0, 0, 0];
  let left = 0;
  let mayFind = year.perWeek === null ? Number.POSITIVE_INFINITY : 0;
  for (let day = 0; day < days; day += 1) {
    const counts = day >= runUp;
    waiting.begin(day);
    left += year.minutesADay;
    if (year.perWeek !== null) mayFind += year.perWeek / WORKING_DAYS;
    while (left > 0) {
      let prospect: number;
      let spent = 0;
      if (mayFind >= 1 && waiting.newIsBetter()) {
        mayFind -= 1;
        spent = year.acquisitionMinutes;
        prospect = held.length;
        held.push(0);
        if (counts) found += 1;
        waiting.add(prospect, 0, fates(prospect).value, day);
      } else if (waiting.any()) {
        prospect = waiting.take();
        const number = at(held, prospect) + 1;
        held[prospect] = number;
        spent = at(year.minutesByStage, number - 1);
        const { end, sale, value } = fates(prospect);
        if (number < end) {
          if (number < STAGE_COUNT) waiting.add(prospect, number, value, day + at(gaps, number - 1));
        } else if (sale && counts) {
          revenue += value;
          sales += 1;
        }
      } else break;
      left -= spent;
      if (counts) minutesWorked += spent;
    }
    // Time that nobody had a use for is not saved up.
    left = Math.min(0, left);
  }
  return { revenue, sales, found, minutesWorked };
}

/** Those whose next moment has come, and those for whom it has not. */
interface Due {
  begin(day: number): void;
  any(): boolean;
  newIsBetter(): boolean;
  add(prospect: number, held: number, value: number, day: number): void;
  take(): number;
}

function due(policy: Policy, known: IndexKnown, days: number): Due {
  return policy.kind === 'index' ? dueByIndex(known, days) : dueInTurn(policy.m, days);
}

function dueByIndex({ gain, fresh }: IndexKnown, days: number): Due {
  const ready = bestFirst();
  const later: { prospect: number; key: number }[][] = [];
  let today = 0;
  return {
    begin(day) {
      today = day;
      for (const { prospect, key } of later[day] ?? []) ready.add(prospect, key);
      delete later[day];
    },
    any: () => ready.size() > 0,
    newIsBetter: () => ready.topKey() < fresh,
    add(prospect, held, value, day) {
      const key = value * at(gain, held);
      if (day <= today) ready.add(prospect, key);
      else if (day < days) (later[day] ??= []).push({ prospect, key });
    },
    take: ready.take,
  };
}

function dueInTurn(m: number, days: number): Due {
  const ready: number[] = [];
  const later: number[][] = [];
  let [today, next] = [0, 0];
  return {
    begin(day) {
      today = day;
      for (const prospect of later[day] ?? []) ready.push(prospect);
      delete later[day];
    },
    any: () => next < ready.length,
    newIsBetter: () => next >= ready.length,
    add(prospect, held, _value, day) {
      if (held >= m) return;
      if (day <= today) ready.push(prospect);
      else if (day < days) (later[day] ??= []).push(prospect);
    },
    take() {
      next += 1;
      return at(ready, next - 1);
    },
  };
}
