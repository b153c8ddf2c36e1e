import type { Day } from '#core/day/day';
import { type Closing, contactsToClose, contactsWithin } from '#core/outlook/close-gap';
import { coveredUntil, dueLines, firstShort, type IncomeBy, paidBy, spreadOverDays } from '#core/outlook/covered';
import { endOf, type Horizon, horizonFrom, placeOf } from '#core/outlook/horizon';
import { byPeriod, cumulated, duesOf, type OnDay } from '#core/outlook/receipts';
import type { LargeForecastPeriod, RevenueRange } from '#core/persistence/open-revenue';
import type { Periods } from '#core/persistence/periods';
import type {
  CertainItem,
  Continuity,
  ContinuityPeriod,
  ContinuityQuery,
  CoveredNeed,
  OverdueItem,
  Range,
} from '#contract/outlook';
import { allNeeds, toNeed } from '#db/need';
import { overdueBefore, type OverdueRow } from '#db/outlook';
import { inWorkspace } from '#db/transaction';
import type { Context } from '../context.ts';
import { averageNow } from '../engine/average-now.ts';
import { loadWorkspaceFigures } from '../engine/figures.ts';
import { cashOf } from '../settings/cash-of.ts';
import { loadSurroundings } from '../surroundings.ts';
import { certainRevenue, type CertainSum, largestOf, totalOf } from './certain-revenue.ts';
import { needsInOrder, needView } from './change-need.ts';
import { type ExpectedRevenue, expectedRevenue, paceWeeks } from './expected-revenue.ts';

const usualMonths = 12;
const mostItems = 200;

/** Revenue to come against what is needed (product.md, row 8; engine.md, section 5). Of the whole workspace, for everybody in it. */
export async function getContinuity(context: Context, query: ContinuityQuery): Promise<Continuity> {
  return inWorkspace(
    context.databases,
    context.actor.workspaceId,
    async (tx) => {
      const surroundings = await loadSurroundings(tx, context.actor.memberId, context.now());
      const { workspace, member, today } = surroundings;
      const horizon = horizonFrom(today, query.months ?? usualMonths);
      const figures = await loadWorkspaceFigures(tx, surroundings);
      const [rows, sums, overdue, expected] = await Promise.all([
        allNeeds(tx),
        certainRevenue(tx, horizon),
        overdueBefore(tx, today, mostItems),
        expectedRevenue(tx, surroundings, figures, horizon),
      ]);
      const needRows = needsInOrder(rows);
      const needs = needRows.map((row) => ({ view: needView(row), dues: duesOf(toNeed(row), horizon) }));
      const owed = needs.filter(({ view }) => view.kind !== 'next_step').flatMap(({ dues }) => dues);
      const dreamt = needs.filter(({ view }) => view.kind === 'next_step').flatMap(({ dues }) => dues);
      const facts = { sums, owed, dreamt };
      const weeks = periodViews(horizon.weeks, expected.weeks.periods, facts);
      const cash = workspace.cash_at_hand ?? 0;
      const lines = linesOf(sums, expected, horizon);
      const short = shortage(cash, weeks, lines, owed, horizon);
      const isViewer = context.actor.role === 'viewer';
      const namesShown = !isViewer || workspace.viewer_sees_customers;
      const within = withinMonths(sums, horizon.months.until);
      const largest = largestOf(within);
      return {
        today,
        untilOn: endOf(horizon.months, horizon.months.names.length - 1),
        currency: workspace.currency,
        cash: cashOf(workspace),
        months: periodViews(horizon.months, expected.months.periods, facts),
        weeks,
        needs: coveredNeeds(needs, cash, lines, horizon),
        firstShort: short,
        closing:
          short && closingOf({ cash, lines, expected, owed, horizon, workingDaysAWeek: member.working_days.length }),
        largest: largest && {
          customer: namesShown ? largest.customer : null,
          share: largest.amount / largest.of,
          amount: largest.amount,
          of: largest.of,
        },
        certainItems: within
          .map((one) => itemView(one, isViewer, namesShown))
          .toSorted((a, b) => b.total - a.total)
          .slice(0, mostItems),
        certainCount: within.length,
        overdue: {
          ...overdue,
          // Who may not write has nothing to tick off here, and learns of no customer.
          items: isViewer ? [] : overdue.items.map(overdueView),
        },
        open: { ...expected.open, value: Math.round(expected.open.value) },
        pace: { ...expected.pace, weeks: paceWeeks, value: averageNow(workspace) },
        ended: figures.ended,
        enough: figures.enough,
        method: expected.weeks.method,
      };
    },
    { readOnly: true },
  );
}

/** The last week may go on beyond the last month; a sum is told for the months. */
function withinMonths(sums: readonly CertainSum[], until: Day): CertainSum[] {
  const inside = (payments: CertainSum['assured']) => payments.filter(({ on }) => on < until);
  return sums
    .map((one) => ({ ...one, assured: inside(one.assured), ifRenewed: inside(one.ifRenewed) }))
    .filter((one) => one.assured.length + one.ifRenewed.length > 0);
}

type Facts = {
  sums: readonly CertainSum[];
  owed: OnDay[];
  dreamt: OnDay[];
};

function periodViews(periods: Periods, forecast: readonly LargeForecastPeriod[], facts: Facts): ContinuityPeriod[] {
  const assured = byPeriod(
    facts.sums.flatMap((one) => one.assured),
    periods,
  );
  const ifRenewed = byPeriod(
    facts.sums.flatMap((one) => one.ifRenewed),
    periods,
  );
  const certain = assured.map((amount, place) => amount + (ifRenewed[place] ?? 0));
  const need = byPeriod(facts.owed, periods);
  const nextStep = byPeriod(facts.dreamt, periods);
  const certainSoFar = cumulated(certain);
  const needSoFar = cumulated(need);
  return periods.names.flatMap((name, place) => {
    const expected = forecast[place];
    const fromOn = periods.starts[place];
    if (!expected || !fromOn) return [];
    const sure = certain[place] ?? 0;
    const sureSoFar = certainSoFar[place] ?? 0;
    return {
      name,
      fromOn,
      untilOn: endOf(periods, place),
      certain: sure,
      ifRenewed: ifRenewed[place] ?? 0,
      probable: rangeOf(expected.open),
      possible: rangeOf(expected.fresh),
      together: rangeOf(expected.both, sure),
      need: need[place] ?? 0,
      nextStep: nextStep[place] ?? 0,
      cumulative: { ...rangeOf(expected.cumulative.both, sureSoFar), certain: sureSoFar, need: needSoFar[place] ?? 0 },
    };
  });
}

/** 10% and 90% points: in 80 of 100 cases it lies between. */
function rangeOf({ mean, p10, p90 }: RevenueRange, certain = 0): Range {
  return { mean: certain + Math.round(mean), low: certain + Math.round(p10), high: certain + Math.round(p90) };
}

/** What has come in by the end of a day, reckoned in three ways: what is certain on its own day, the rest spread over the days of its week. */
type Lines = { certain: IncomeBy; cautious: IncomeBy; mean: IncomeBy };

function linesOf(sums: readonly CertainSum[], expected: ExpectedRevenue, { weeks }: Horizon): Lines {
  const certain = paidBy(sums.flatMap(({ assured, ifRenewed }) => [...assured, ...ifRenewed]));
  const periods = expected.weeks.periods;
  const withCertain = (of: (range: RevenueRange) => number): IncomeBy => {
    const more = spreadOverDays(
      periods.map(({ cumulative }) => of(cumulative.both)),
      weeks,
    );
    return (day) => certain(day) + more(day);
  };
  return { certain, cautious: withCertain(({ p10 }) => p10), mean: withCertain(({ mean }) => mean) };
}

function shortage(
  cash: number,
  weeks: readonly ContinuityPeriod[],
  lines: Lines,
  owed: readonly OnDay[],
  horizon: Horizon,
): Continuity['firstShort'] {
  const short = firstShort(cash, lines.cautious, owed);
  const week = short && weeks[placeOf(horizon.weeks, short.on)];
  if (!short || !week) return null;
  return {
    name: week.name,
    fromOn: week.fromOn,
    untilOn: week.untilOn,
    dueOn: short.on,
    short: Math.round(short.short),
    byMean: firstShort(cash, lines.mean, owed) !== null,
  };
}

function coveredNeeds(
  needs: readonly { view: ReturnType<typeof needView>; dues: OnDay[] }[],
  cash: number,
  lines: Lines,
  { weeks }: Horizon,
): CoveredNeed[] {
  const before: OnDay[] = [];
  return needs.map(({ view, dues }) => {
    before.push(...dues);
    const until = (line: IncomeBy) => coveredUntil(cash, line, before, weeks);
    return {
      ...view,
      covered: { certain: until(lines.certain), cautious: until(lines.cautious), mean: until(lines.mean) },
    };
  });
}

type ClosingFacts = {
  cash: number;
  lines: Lines;
  expected: ExpectedRevenue;
  owed: readonly OnDay[];
  horizon: Horizon;
  workingDaysAWeek: number;
};

/**
 * More contact moments, all with new prospects, until the need is met at the end of the horizon: by the mean, which is a straight line in
 * their number, and by the 10% point, for which the forecast is made anew with each number that is tried. And how many of them the hours
 * carry as they are.
 */
function closingOf({
  cash,
  lines,
  expected,
  owed,
  horizon: { weeks },
  workingDaysAWeek,
}: ClosingFacts): NonNullable<Continuity['closing']> {
  const { effort, hours } = expected;
  const last = endOf(weeks, weeks.names.length - 1);
  const needed = dueLines(owed);
  const whole = needed.at(-1)?.sum ?? 0;
  const more = spreadOverDays(expected.oneMore, weeks);
  const lacking = (sum: number, day: Day) => sum - cash - lines.mean(day);
  const mean = contactsToClose(effort, workingDaysAWeek, (found) => found * more(last) >= lacking(whole, last));
  const cautious = contactsToClose(
    effort,
    workingDaysAWeek,
    (found) => cash + lines.certain(last) + expected.cautiousWithMore(found) >= whole,
  );
  const chosen = cautious ?? mean;
  const late = chosen && needed.findLast(({ on, sum }) => chosen.prospectsAWeek * more(on) < lacking(sum, on));
  const aDay = (minutesAWeek: number) => (workingDaysAWeek > 0 ? minutesAWeek / workingDaysAWeek : 0);
  const spare = aDay(hours.spare);
  return {
    mean: mean && closingView(mean),
    cautious: cautious && closingView(cautious),
    lateOn: late?.on ?? null,
    hours: {
      minutesADay: Math.round(aDay(hours.aWeek)),
      spareADay: Math.round(spare),
      contactsADay: contactsWithin(effort, spare),
    },
  };
}

function overdueView({ id, personId, customer, value, expectedOn }: OverdueRow): OverdueItem {
  return { id, personId, customer, amount: value, expectedOn };
}

function closingView({ contactsADay, prospectsAWeek, minutesADay }: Closing): Closing {
  return { contactsADay, prospectsAWeek: Math.round(prospectsAWeek * 10) / 10, minutesADay: Math.ceil(minutesADay) };
}

function itemView(sum: CertainSum, isViewer: boolean, namesShown: boolean): CertainItem {
  const { assured, ifRenewed, ...item } = sum;
  const renewed = totalOf(ifRenewed);
  return {
    ...item,
    id: isViewer ? null : item.id,
    personId: isViewer ? null : item.personId,
    customer: namesShown ? item.customer : null,
    total: totalOf(assured) + renewed,
    ifRenewed: renewed,
  };
}
