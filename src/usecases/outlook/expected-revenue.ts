import { type Effort, effortOf } from '#core/outlook/effort';
import type { Horizon } from '#core/outlook/horizon';
import { newThatFit, runningMinutes } from '#core/outlook/hours';
import { paymentGroups, type RecurringGroup } from '#core/outlook/recurring-groups';
import { type Day, addDays, laterOf, toDay } from '#core/day/day';
import { paymentDays } from '#core/opportunity/terms';
import { largeForecast } from '#core/persistence/large-forecast';
import type { FreshProspects, LargeForecast, LargeForecastInput, OpenGroup } from '#core/persistence/open-revenue';
import { STAGE_COUNT } from '#core/persistence/stage-list';
import { counterChanges } from '#db/counter-changes';
import { sellingMinutesAWeek } from '#db/member';
import { madeSince, mostSingle, openRevenue, type OpenRow } from '#db/outlook';
import type { Tx } from '#db/transaction';
import { averageNow } from '../engine/average-now.ts';
import type { Figures } from '../engine/figures.ts';
import type { Surroundings } from '../surroundings.ts';

/** Fixed, so that the range does not dance from one visit to the next. */
const seed = 11;
/** How far back "lately" goes. */
export const paceWeeks = 8;

/** What may come in beside what is certain: of what is open, and of new prospects at the present pace. */
export type ExpectedRevenue = {
  weeks: LargeForecast;
  months: LargeForecast;
  open: { count: number; value: number; withoutValue: number; beyond: number };
  /** `fits`: of them those whom the hours carry beside who runs already, on average. */
  pace: { perWeek: number; count: number; fits: number };
  /** Minutes a week of all who sell, and those that neither who runs nor the new ones at the present pace take, on average. */
  hours: { aWeek: number; spare: number };
  /** What one new prospect more takes. */
  effort: Effort;
  /** The 10% point of all revenue up to the last week's end, with so many new prospects a week more. */
  cautiousWithMore: (prospectsAWeek: number) => number;
  /** Mean of what one new prospect a week more brings, cumulated by week. */
  oneMore: number[];
};

type Kept = { revenue: Promise<ExpectedRevenue>; from: string; until: number };
/** A minute, as figures.ts: a million takes some 0.35 s to read and 0.25 s to forecast, measured on a busy machine of two cores. */
const keptMilliseconds = 60_000;
const mostKept = 100;
const kept = new Map<string, Kept>();

/** Fresh at every visit while there are few; of many kept for a minute, or until this process changes the counters. */
export async function expectedRevenue(
  tx: Tx,
  surroundings: Surroundings,
  figures: Figures,
  horizon: Horizon,
): Promise<ExpectedRevenue> {
  const { workspace, acquisitionMinutes } = surroundings;
  const key = `${tx.workspaceId} ${horizon.today} ${horizon.months.names.length}`;
  const minutesAWeek = await sellingMinutesAWeek(tx);
  const { minutesByStage } = figures;
  const counters = counterChanges(tx.workspaceId, null);
  const from = JSON.stringify([
    counters,
    workspace.version,
    averageNow(workspace),
    minutesAWeek,
    acquisitionMinutes,
    minutesByStage,
  ]);
  const present = kept.get(key);
  if (present?.from === from && performance.now() < present.until) return present.revenue;
  kept.delete(key);
  const revenue = compute(tx, surroundings, figures, horizon, minutesAWeek);
  const { open } = await revenue;
  if (open.count > mostSingle) {
    kept.set(key, { revenue, from, until: performance.now() + keptMilliseconds });
    const [oldest] = kept.keys();
    if (kept.size > mostKept && oldest !== undefined) kept.delete(oldest);
  }
  return revenue;
}

async function compute(
  tx: Tx,
  { workspace, acquisitionMinutes }: Surroundings,
  figures: Figures,
  { today, weeks, months }: Horizon,
  minutesAWeek: number,
): Promise<ExpectedRevenue> {
  const [rows, made] = await Promise.all([
    openRevenue(tx, averageNow(workspace)),
    madeSince(tx, addDays(today, -7 * paceWeeks)),
  ]);
  const within = rows.filter((row) => row.held < STAGE_COUNT);
  const perWeek = made / paceWeeks;
  const value = averageNow(workspace);
  const gapsDays = workspace.rhythm.slice(1).map((step) => step.gapDays);
  const effort = effortOf(figures.newPlan, acquisitionMinutes);
  const running = runningMinutes({
    groups: within.map((row) => ({ ...row, nextOn: toDay(row.nextOn) })),
    model: figures.model,
    gapsDays,
    minutesByStage: figures.minutesByStage,
    today,
    weeks: weeks.names.length,
  });
  const fit = newThatFit(perWeek, minutesAWeek, running, effort.minutes);
  const fresh: FreshProspects = {
    perWeek: fit.perWeek,
    value,
    deviation: value * spreadOf(within),
    warmth: 'unknown',
    paysAfterDays: paymentDays,
  };
  const common: Omit<LargeForecastInput, 'groups' | 'periods'> = {
    fresh,
    beliefs: figures.beliefs,
    gapsDays,
    seed,
  };
  const groups = groupsOf(within, today, 'cumulative');
  const ofWeeks: LargeForecastInput = { ...common, groups, periods: weeks };
  return {
    weeks: largeForecast(ofWeeks),
    months: largeForecast({ ...common, groups: groupsOf(within, today, 'own'), periods: months }),
    open: {
      count: sum(rows, (row) => row.count),
      value: sum(rows, (row) => row.value * (row.months ?? 1)),
      withoutValue: sum(rows, (row) => row.withoutValue),
      beyond: sum(rows, (row) => (row.held < STAGE_COUNT ? 0 : row.count)),
    },
    pace: { perWeek, count: made, fits: sum(fit.perWeek, (one) => one) / fit.perWeek.length },
    hours: { aWeek: minutesAWeek, spare: fit.spare },
    effort,
    cautiousWithMore: (more) => {
      const whole = { names: ['whole'], starts: [today], until: weeks.until };
      const faster = { ...fresh, perWeek: fit.perWeek.map((one) => one + more) };
      return largeForecast({ ...ofWeeks, fresh: faster, periods: whole }).periods[0]?.both.p10 ?? 0;
    },
    oneMore: largeForecast({ ...ofWeeks, groups: [], fresh: { ...fresh, perWeek: 1 }, draws: 1 }).periods.map(
      (week) => week.cumulative.fresh.mean,
    ),
  };
}

function groupsOf(rows: readonly OpenRow[], today: Day, kind: 'own' | 'cumulative'): OpenGroup[] {
  return rows.flatMap(({ months, withoutValue: _, ...row }) => {
    const group = { ...row, nextOn: laterOf(toDay(row.nextOn), today) };
    const recurring: RecurringGroup | null = months === null ? null : { ...group, months };
    // What is sold at once is paid as late as a sale that was made; by the month it is paid from the start.
    return recurring ? paymentGroups(recurring, kind) : [{ ...group, nextOn: addDays(group.nextOn, paymentDays) }];
  });
}

/** Standard deviation of the values of what is open, as a share of their mean. */
function spreadOf(rows: readonly OpenRow[]): number {
  const once = rows.filter((row) => row.months === null);
  const count = sum(once, (row) => row.count);
  const mean = sum(once, (row) => row.value) / count;
  return mean > 0 ? Math.sqrt(Math.max(0, sum(once, (row) => row.squares) / count / mean ** 2 - 1)) : 0;
}

function sum<T>(list: readonly T[], of: (one: T) => number): number {
  return list.reduce((total, one) => total + of(one), 0);
}
