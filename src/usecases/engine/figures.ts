import { type GainTable, gainTableOf } from '#core/persistence/gain-table';
import { articleGold, goldNumbers } from '#core/persistence/gold-numbers';
import { memberBeliefs, type StageWeights } from '#core/persistence/member-beliefs';
import { ENDED_BEFORE_SHARES } from '#core/persistence/mirror';
import type { StagePlan } from '#core/persistence/index';
import { newProspectRate } from '#core/persistence/new-prospect';
import type { StagePrior } from '#core/persistence/posterior';
import { DEFAULT_PRIOR, type Prior, priorOf } from '#core/persistence/prior';
import { type WarmthModel, warmthModel } from '#core/persistence/warmth';
import type { WarmthBeliefs } from '#core/persistence/warmth-beliefs';
import { type WarmthCounts, warmthCountsOf } from '#core/persistence/warmth-counts';
import { counterChanges } from '#db/counter-changes';
import { type CountsOf, type EndedCounts, endedCounts, stageCounts } from '#db/engine-counts';
import type { Tx } from '#db/transaction';
import type { Surroundings } from '../surroundings.ts';
import { keptFor } from './kept-for.ts';
import { averageNow } from './average-now.ts';

/**
 * What the engine knows for a member now: from their counters, their team's, the workspace's, and the article as prior. Some 100
 * microseconds of arithmetic.
 */
export type Figures = {
  /** What is believed before one's own counts: who is alone has the article's, others what team and workspace make of it. */
  prior: Prior & StagePrior;
  /** One's own counts. */
  counts: WarmthCounts;
  salesBeyond12: number;
  beliefs: WarmthBeliefs;
  /** What the figure of each number is made of (index 0 = number 1). */
  weights: readonly StageWeights[];
  model: WarmthModel;
  table: GainTable;
  minutesByStage: number[];
  /** A new prospect of average value, once found. */
  newPlan: StagePlan;
  /**
   * Expected minor units per minute of a new prospect of average value, finding it included. Of one that is yet to be found nothing is
   * known, so it has the pooled figures: by the article it buys with the chance p that the user guessed. (Followed through the classes
   * of warmth from "silent" it would buy in 26% instead of 20%: our odds factors do not average out to 1.)
   */
  newPerMinute: number;
  /** Ended opportunities of the whole workspace. */
  ended: number;
  /** From 20 ended opportunities figures may be shown (product.md, section 3: index). */
  enough: boolean;
  /** One's own sales by number; zeros until 20 of one's own have ended. */
  salesByNumber: readonly number[];
  gold: readonly number[];
  madeAt: Date;
};

/** What colleagues have logged. */
type Colleagues = { team: WarmthCounts; others: WarmthCounts } & EndedCounts;

/** Figures hold what colleagues logged, which is kept by itself: so that both together are never older than a minute. */
const halfAMinute = 30_000;
const keepFigures = keptFor<Figures>(halfAMinute);
/** The counters of all colleagues take the most time to add up; one's own are a few rows. */
const keepColleagues = keptFor<Colleagues>(halfAMinute);
const none: Colleagues = {
  team: warmthCountsOf([]),
  others: warmthCountsOf([]),
  ended: 0,
  salesByNumber: Array.from({ length: 12 }, () => 0),
};

/**
 * The figures of the member of these surroundings. Never older than a minute, and computed anew at once when this process has changed the
 * member's own counters, so that whoever logs sees what it did; what colleagues and other processes log counts within that minute.
 */
export async function loadFigures(tx: Tx, surroundings: Surroundings): Promise<Figures> {
  const { id, team_id: teamId } = surroundings.member;
  const { today } = surroundings;
  return kept(tx, surroundings, { who: 'member', id }, () =>
    keepColleagues(`${tx.workspaceId} ${id}`, `${teamId} ${today}`, () => colleaguesOf(tx, today, id, teamId)),
  );
}

/** The same of the whole workspace as if it were one person: for whom it is all one, such as the Mirror of everybody. */
export async function loadWorkspaceFigures(tx: Tx, surroundings: Surroundings): Promise<Figures> {
  return kept(tx, surroundings, { who: 'everybody' }, () => Promise.resolve(none));
}

async function colleaguesOf(tx: Tx, today: string, id: string, teamId: string | null): Promise<Colleagues> {
  const of: CountsOf = { who: 'colleagues', id, teamId };
  const [rows, ended] = await Promise.all([stageCounts(tx, today, of), endedCounts(tx, of)]);
  return {
    team: warmthCountsOf(rows.filter((row) => row.inTeam)),
    others: warmthCountsOf(rows.filter((row) => !row.inTeam)),
    ...ended,
  };
}

type Load = () => Promise<Colleagues>;

async function kept(tx: Tx, surroundings: Surroundings, of: CountsOf, load: Load): Promise<Figures> {
  const { workspace, member, today, minutes, acquisitionMinutes } = surroundings;
  const id = of.who === 'everybody' ? null : of.id;
  const changes = counterChanges(tx.workspaceId, id);
  const settings = [workspace.version, averageNow(workspace), member.team_id];
  const from = JSON.stringify([changes, settings, today, minutes, acquisitionMinutes]);
  return keepFigures(`${tx.workspaceId} ${id}`, from, () => computeFigures(tx, surroundings, of, load));
}

async function computeFigures(tx: Tx, surroundings: Surroundings, of: CountsOf, load: Load): Promise<Figures> {
  const { workspace, today, now, rhythm, minutes, acquisitionMinutes } = surroundings;
  const [rows, own, colleagues] = await Promise.all([stageCounts(tx, today, of), endedCounts(tx, of), load()]);
  const counts = warmthCountsOf(rows);
  const article = priorOf({ ...DEFAULT_PRIOR, p: workspace.p });
  const { beliefs, prior, weights } = memberBeliefs({ ...colleagues, own: counts }, article);
  const model = warmthModel(beliefs);
  const minutesByStage = rhythm.map((step) => minutes[step.channel]);
  const { hazards, continues } = beliefs.pooled;
  const plan = { hazards, continues, value: averageNow(workspace), minutes: minutesByStage };
  const ended = own.ended + colleagues.ended;
  const enough = ended >= ENDED_BEFORE_SHARES;
  const ownEnough = own.ended >= ENDED_BEFORE_SHARES;
  const allSales = own.salesByNumber.map((count, i) => count + (colleagues.salesByNumber[i] ?? 0));
  return {
    prior: { ...article, ...prior },
    counts,
    salesBeyond12: counts.salesBeyond12,
    beliefs,
    weights,
    model,
    table: gainTableOf(model, minutesByStage),
    minutesByStage,
    newPlan: plan,
    newPerMinute: newProspectRate(plan, { minutes: acquisitionMinutes, cost: 0 }).perMinute,
    ended,
    enough,
    salesByNumber: ownEnough ? own.salesByNumber : none.salesByNumber,
    gold: enough ? goldNumbers(ownEnough ? own.salesByNumber : allSales) : articleGold,
    madeAt: now,
  };
}
