import type { Day } from '#core/day/day';
import { contactsToClose, type Closing, type Effort } from '#core/outlook/close-gap';
import { coveredUntil, firstShort, stackedNeeds } from '#core/outlook/covered';
import { endOf, type Horizon, horizonFrom } from '#core/outlook/horizon';
import { byPeriod, cumulated, duesOf } from '#core/outlook/receipts';
import type { LargeForecastPeriod, RevenueRange } from '#core/persistence/open-revenue';
import type { Periods } from '#core/persistence/periods';
import { walkAhead } from '#core/persistence/warmth';
import type { CertainItem, Continuity, ContinuityPeriod, ContinuityQuery, CoveredNeed, Range } from '#contract/outlook';
import { allNeeds, toNeed } from '#db/need';
import { overdueBefore } from '#db/outlook';
import { inWorkspace } from '#db/transaction';
import type { WorkspaceRow } from '#db/workspace';
import type { Context } from '../context.ts';
import { averageNow } from '../engine/average-now.ts';
import { type Figures, loadWorkspaceFigures } from '../engine/figures.ts';
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
        overdueBefore(tx, today),
        expectedRevenue(tx, workspace, figures, horizon),
      ]);
      const needRows = needsInOrder(rows);
      const needs = needRows.map((row) => ({ view: needView(row), dues: duesOf(toNeed(row), horizon) }));
      const owed = needs.filter(({ view }) => view.kind !== 'next_step').flatMap(({ dues }) => dues);
      const dreamt = needs.filter(({ view }) => view.kind === 'next_step').flatMap(({ dues }) => dues);
      const facts = { sums, owed, dreamt };
      const weeks = periodViews(horizon.weeks, expected.weeks.periods, facts);
      const cash = workspace.cash_at_hand ?? 0;
      const lines = linesOf(weeks);
      const short = shortage(cash, weeks, lines);
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
          short && closingOf(cash, lines, expected, effortOf(figures, workspace, member.working_days.length), horizon),
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
        overdue,
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
  owed: { on: Day; amount: number }[];
  dreamt: { on: Day; amount: number }[];
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

/** What has come in by the end of each week, reckoned in three ways, and what is needed by then. */
type Lines = { certain: number[]; cautious: number[]; mean: number[]; need: number[] };

function linesOf(weeks: readonly ContinuityPeriod[]): Lines {
  const line = (of: (sums: ContinuityPeriod['cumulative']) => number) => weeks.map((week) => of(week.cumulative));
  return {
    certain: line((sums) => sums.certain),
    cautious: line((sums) => sums.low),
    mean: line((sums) => sums.mean),
    need: line((sums) => sums.need),
  };
}

function shortage(cash: number, weeks: readonly ContinuityPeriod[], lines: Lines): Continuity['firstShort'] {
  const place = firstShort(cash, lines.cautious, lines.need);
  const week = weeks[place];
  if (!week) return null;
  return {
    name: week.name,
    fromOn: week.fromOn,
    untilOn: week.untilOn,
    short: (lines.need[place] ?? 0) - cash - (lines.cautious[place] ?? 0),
    byMean: firstShort(cash, lines.mean, lines.need) >= 0,
  };
}

function coveredNeeds(
  needs: readonly { view: ReturnType<typeof needView>; dues: { on: Day; amount: number }[] }[],
  cash: number,
  lines: Lines,
  { weeks }: Horizon,
): CoveredNeed[] {
  const stacked = stackedNeeds(needs.map(({ dues }) => byPeriod(dues, weeks)));
  return needs.map(({ view }, place) => {
    const until = (line: number[]) => coveredUntil(cash, line, stacked[place] ?? [], weeks);
    return {
      ...view,
      covered: { certain: until(lines.certain), cautious: until(lines.cautious), mean: until(lines.mean) },
    };
  });
}

/** Following one new prospect to the end: how many moments on average, and how many minutes with the finding. */
function effortOf({ model, minutesByStage }: Figures, workspace: WorkspaceRow, workingDaysAWeek: number): Effort {
  let reached = 1;
  let moments = 0;
  let minutes = workspace.acquisition_minutes;
  walkAhead(model, 0, 'silent', (index, _, goOn) => {
    moments += reached;
    minutes += reached * (minutesByStage[index] ?? 0);
    reached *= goOn;
  });
  return { moments, minutes, workingDaysAWeek };
}

/**
 * More contact moments, all with new prospects, until the need is met at the end of the horizon: by the mean, which is a straight line in
 * their number, and by the 10% point, for which the forecast is made anew with each number that is tried.
 */
function closingOf(
  cash: number,
  lines: Lines,
  expected: ExpectedRevenue,
  effort: Effort,
  { weeks }: Horizon,
): NonNullable<Continuity['closing']> {
  const last = weeks.names.length - 1;
  const at = (line: readonly number[], place: number) => line[place] ?? 0;
  const lacking = (place: number) => at(lines.need, place) - cash - at(lines.mean, place);
  const certain = at(lines.certain, last);
  const mean = contactsToClose(effort, (more) => more * at(expected.oneMore, last) >= lacking(last));
  const cautious = contactsToClose(
    effort,
    (more) => cash + certain + expected.cautiousWithMore(more) >= at(lines.need, last),
  );
  const chosen = cautious ?? mean;
  const late = chosen
    ? weeks.starts.findLastIndex((_, place) => chosen.prospectsAWeek * at(expected.oneMore, place) < lacking(place))
    : -1;
  return {
    mean: mean && closingView(mean),
    cautious: cautious && closingView(cautious),
    lateOn: late < 0 ? null : endOf(weeks, late),
  };
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
