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
import { type CountGroup, type CountsFor, endedCounts, stageCounts } from '#db/engine-counts';
import type { Tx } from '#db/transaction';
import type { Surroundings } from '../surroundings.ts';

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
  salesByNumber: number[];
  gold: readonly number[];
  madeAt: Date;
};

type Kept = { figures: Promise<Figures>; made: string; until: number };

/** The counters of a team of ten take some milliseconds to add up, and change little from one card to the next. */
const keptMilliseconds = 60_000;
const mostKept = 1000;
const keptByMember = new Map<string, Kept>();

/**
 * The figures of the member of these surroundings. Kept for a minute, and computed anew at once when this process has changed the
 * member's own counters, so that whoever logs sees what it did; what colleagues and other processes log counts within that minute.
 */
export async function loadFigures(tx: Tx, surroundings: Surroundings): Promise<Figures> {
  const { id, team_id: teamId } = surroundings.member;
  return kept(tx, surroundings, { id, teamId });
}

/** The same of the whole workspace as if it were one person: for whom it is all one, such as the Mirror of everybody. */
export async function loadWorkspaceFigures(tx: Tx, surroundings: Surroundings): Promise<Figures> {
  return kept(tx, surroundings, null);
}

async function kept(tx: Tx, surroundings: Surroundings, member: CountsFor): Promise<Figures> {
  const { workspace, today, minutes, acquisitionMinutes } = surroundings;
  const key = `${tx.workspaceId} ${member?.id ?? 'all'}`;
  // Whatever it is computed from: another of these, and it is computed anew.
  const made = JSON.stringify([
    counterChanges(tx.workspaceId, member?.id ?? null),
    workspace.version,
    member?.teamId ?? null,
    today,
    minutes,
    acquisitionMinutes,
  ]);
  const present = keptByMember.get(key);
  const now = performance.now();
  if (present?.made === made && now < present.until) return present.figures;
  const figures = computeFigures(tx, surroundings, member);
  const fresh = { figures, made, until: now + keptMilliseconds };
  keptByMember.delete(key);
  keptByMember.set(key, fresh);
  const [oldest] = keptByMember.keys();
  if (keptByMember.size > mostKept && oldest !== undefined) keptByMember.delete(oldest);
  // A query that failed is asked again by the next.
  figures.catch(() => keptByMember.get(key) === fresh && keptByMember.delete(key));
  return figures;
}

async function computeFigures(tx: Tx, surroundings: Surroundings, member: CountsFor): Promise<Figures> {
  const { workspace, today, now, rhythm, minutes, acquisitionMinutes } = surroundings;
  const [rows, { own, all }] = await Promise.all([stageCounts(tx, today, member), endedCounts(tx, member)]);
  const article = priorOf({ ...DEFAULT_PRIOR, p: workspace.p });
  const of = (group: CountGroup) => warmthCountsOf(rows.filter((row) => row.whose === group));
  const groups = { own: of('own'), team: of('team'), others: of('others') };
  const { beliefs, prior, weights } = memberBeliefs(groups, article);
  const model = warmthModel(beliefs);
  const minutesByStage = rhythm.map((step) => minutes[step.channel]);
  const { hazards, continues } = beliefs.pooled;
  const plan = { hazards, continues, value: workspace.average_value, minutes: minutesByStage };
  const enough = all.ended >= ENDED_BEFORE_SHARES;
  const ownEnough = own.ended >= ENDED_BEFORE_SHARES;
  const byNumber = (some: typeof own) =>
    Array.from({ length: 12 }, (_, i) => some.sales.find((s) => s.number === i + 1)?.count ?? 0);
  return {
    prior: { ...article, ...prior },
    counts: groups.own,
    salesBeyond12: groups.own.salesBeyond12,
    beliefs,
    weights,
    model,
    table: gainTableOf(model, minutesByStage),
    minutesByStage,
    newPlan: plan,
    newPerMinute: newProspectRate(plan, { minutes: acquisitionMinutes, cost: 0 }).perMinute,
    ended: all.ended,
    enough,
    salesByNumber: ownEnough ? byNumber(own) : byNumber({ ended: 0, sales: [] }),
    gold: enough ? goldNumbers(byNumber(ownEnough ? own : all)) : articleGold,
    madeAt: now,
  };
}
