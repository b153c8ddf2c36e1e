import { buyLaterMoments } from '#core/persistence/buy-later';
import { gainAt } from '#core/persistence/gain-table';
import { momentMatchedRange } from '#core/persistence/missed-revenue';
import { posteriorOf } from '#core/persistence/posterior';
import { pooledCounts } from '#core/persistence/warmth-counts';
import { AppError } from '#contract/app-error';
import type { Worth } from '#contract/opportunity';
import { momentsOf } from '#db/moment';
import { findOpportunity } from '#db/opportunity';
import { inWorkspace } from '#db/transaction';
import type { Context } from '../context.ts';
import { loadFigures } from '../engine/figures.ts';
import { loadSurroundings } from '../surroundings.ts';

/** The sum opened, for the stop gate and for "why": value × chance, with range, beside a new prospect (engine.md, sections 3 and 4). */
export async function opportunityWorth(context: Context, id: string): Promise<Worth> {
  return inWorkspace(
    context.databases,
    context.actor.workspaceId,
    async (tx) => {
      const row = await findOpportunity(tx, id);
      if (!row) throw new AppError('not_found', { at: 'opportunity' });
      const surroundings = await loadSurroundings(tx, context.actor.memberId, context.now());
      const [figures, moments] = await Promise.all([loadFigures(tx, surroundings), momentsOf(tx, id)]);
      const { workspace } = surroundings;
      const k = Math.min(row.held, 12);
      const value = row.value ?? workspace.average_value;
      const buyLater = figures.table.buyLater[k]?.[row.warmth] ?? 0;
      const posterior = posteriorOf(figures.prior, pooledCounts(figures.counts));
      // The pooled figures' own spread, moved to this warmth's mean: the class knows less than the pool, so at least this wide.
      const pooled = buyLaterMoments(posterior)[k];
      const scale = pooled && pooled.mean > 0 ? buyLater / pooled.mean : 0;
      const [low, high] = pooled
        ? momentMatchedRange({ mean: buyLater, sd: Math.min(pooled.sd * scale, Math.sqrt(buyLater * (1 - buyLater))) })
        : [0, 0];
      const stage = posterior.counts.stages[Math.min(k, 11)];
      const priorWeight = (figures.prior.alpha[Math.min(k, 11)] ?? 0) + (figures.prior.beta[Math.min(k, 11)] ?? 0);
      return {
        value,
        valueKnown: row.value !== null,
        buyLater,
        low,
        high,
        stillToGain: Math.round(value * buyLater),
        stillToGainLow: Math.round(value * low),
        stillToGainHigh: Math.round(value * high),
        perMinute: row.rank_value * gainAt(figures.table, k, row.warmth),
        newPerMinute: figures.newPerMinute,
        until: figures.table.m[k]?.[row.warmth] ?? 12,
        expectedMinutes: figures.table.minutesToEnd[k]?.[row.warmth] ?? 0,
        ownWeight: stage ? stage.tried / (stage.tried + priorWeight) : 0,
        ended: figures.ended,
        minutesSpent: moments.reduce((sum, m) => sum + m.minutes, 0),
      };
    },
    { readOnly: true },
  );
}
