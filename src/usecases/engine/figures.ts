import { type GainTable, gainTableOf } from '#core/persistence/gain-table';
import { articleGold, goldNumbers } from '#core/persistence/gold-numbers';
import { ENDED_BEFORE_SHARES } from '#core/persistence/mirror';
import type { StagePlan } from '#core/persistence/index';
import { newProspectRate } from '#core/persistence/new-prospect';
import { DEFAULT_PRIOR, type Prior, priorOf } from '#core/persistence/prior';
import { lookAhead, type WarmthModel, warmthModel } from '#core/persistence/warmth';
import { warmthBeliefs } from '#core/persistence/warmth-beliefs';
import { type WarmthCounts, warmthCountsOf } from '#core/persistence/warmth-counts';
import { counterChanges } from '#db/counter-changes';
import { endedCounts, stageCounts } from '#db/engine-counts';
import type { Tx } from '#db/transaction';
import type { WorkspaceRow } from '#db/workspace';

/** What the engine knows of a workspace now: from its counters and the article as prior. Some 60 microseconds of arithmetic. */
export type Figures = {
  prior: Prior;
  counts: WarmthCounts;
  model: WarmthModel;
  table: GainTable;
  minutesByStage: number[];
  /** A new prospect of average value, once found. */
  newPlan: StagePlan;
  /** Expected minor units per minute of a new prospect of average value, finding it included. */
  newPerMinute: number;
  ended: number;
  /** From 20 ended opportunities figures may be shown (product.md, section 3: index). */
  enough: boolean;
  salesByNumber: number[];
  gold: readonly number[];
};

type Kept = { figures: Promise<Figures>; counters: number; version: number; today: string; until: number };

/** The counters of a team of ten take 10 ms to add up, and change little from one card to the next. */
const keptMilliseconds = 60_000;
const mostKept = 500;
const keptByWorkspace = new Map<string, Kept>();

/**
 * Kept for a minute, and computed anew at once when this process has changed the counters, so that whoever logs sees what it did; what
 * another process logs counts within that minute.
 */
export async function loadFigures(tx: Tx, workspace: WorkspaceRow, today: string): Promise<Figures> {
  const counters = counterChanges(tx.workspaceId);
  const { version } = workspace;
  const kept = keptByWorkspace.get(tx.workspaceId);
  const now = performance.now();
  if (kept?.counters === counters && kept.version === version && kept.today === today && now < kept.until)
    return kept.figures;
  const figures = computeFigures(tx, workspace, today);
  const made = { figures, counters, version, today, until: now + keptMilliseconds };
  keptByWorkspace.delete(tx.workspaceId);
  keptByWorkspace.set(tx.workspaceId, made);
  const [oldest] = keptByWorkspace.keys();
  if (keptByWorkspace.size > mostKept && oldest !== undefined) keptByWorkspace.delete(oldest);
  // A query that failed is asked again by the next.
  figures.catch(() => keptByWorkspace.get(tx.workspaceId) === made && keptByWorkspace.delete(tx.workspaceId));
  return figures;
}

async function computeFigures(tx: Tx, workspace: WorkspaceRow, today: string): Promise<Figures> {
  const [rows, { ended, sales }] = await Promise.all([stageCounts(tx, today), endedCounts(tx)]);
  const prior = priorOf({ ...DEFAULT_PRIOR, p: workspace.p });
  const counts = warmthCountsOf(rows);
  const model = warmthModel(warmthBeliefs(counts, prior));
  const minutesByStage = workspace.rhythm.map((step) => workspace.minutes_by_channel[step.channel]);
  // A prospect one has just found has not spoken yet.
  const fresh = lookAhead(model, 0, 'silent');
  const plan = {
    hazards: fresh.hazards,
    continues: fresh.continues,
    value: workspace.average_value,
    minutes: minutesByStage,
    cost: minutesByStage.map(() => 0),
    decay: minutesByStage.map(() => 1),
  };
  const enough = ended >= ENDED_BEFORE_SHARES;
  const salesByNumber = Array.from({ length: 12 }, (_, i) => sales.find((s) => s.number === i + 1)?.count ?? 0);
  return {
    prior,
    counts,
    model,
    table: gainTableOf(model, minutesByStage),
    minutesByStage,
    newPlan: plan,
    newPerMinute: newProspectRate(plan, { minutes: workspace.acquisition_minutes, cost: 0 }).perMinute,
    ended,
    enough,
    salesByNumber,
    gold: enough ? goldNumbers(salesByNumber) : articleGold,
  };
}
