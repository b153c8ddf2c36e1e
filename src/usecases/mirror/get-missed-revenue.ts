import { missedRevenueTotal } from '#core/persistence/missed-revenue-total';
import type { MissedRevenue } from '#contract/mirror';
import { missedByHeld } from '#db/mirror';
import { inWorkspace } from '#db/transaction';
import type { Context } from '../context.ts';
import { averageNow } from '../engine/average-now.ts';
import { loadFigures } from '../engine/figures.ts';
import { loadSurroundings } from '../surroundings.ts';

/** Fixed, so that the range does not dance from one visit to the next. */
const seed = 11;

/** What those let go without a no may still bring (engine.md, section 4): sum, 90% range, and net of the time it would take. */
export async function getMissedRevenue(context: Context): Promise<MissedRevenue> {
  return inWorkspace(
    context.databases,
    context.actor.workspaceId,
    async (tx) => {
      const surroundings = await loadSurroundings(tx, context.actor.memberId, context.now());
      const { workspace } = surroundings;
      const [missed, figures] = await Promise.all([
        missedByHeld(tx, context.actor.memberId),
        loadFigures(tx, surroundings),
      ]);
      const average = averageNow(workspace);
      const groups = missed.map((row) => ({ ...row, total: row.value + row.withoutValue * average }));
      const range = missedRevenueTotal({
        beliefs: figures.beliefs,
        groups: groups.map((g) => ({ held: g.held, warmth: g.warmth, value: g.total })),
        seed,
        draws: 400,
      });
      const at = (rows: readonly Readonly<Record<string, number>>[], held: number, warmth: string) =>
        rows[Math.min(held, 12)]?.[warmth] ?? 0;
      const minutes = groups.reduce((sum, g) => sum + g.count * at(figures.table.minutesToEnd, g.held, g.warmth), 0);
      const numbers = [...new Set(groups.map((g) => g.held))].toSorted((a, b) => a - b);
      return {
        currency: workspace.currency,
        count: groups.reduce((sum, g) => sum + g.count, 0),
        gross: Math.round(range.total),
        low: Math.round(range.lo90),
        high: Math.round(range.hi90),
        net: Math.max(0, Math.round(range.total - figures.newPerMinute * minutes)),
        expectedMinutes: Math.round(minutes),
        withoutValue: groups.reduce((sum, g) => sum + g.withoutValue, 0),
        averageValue: average,
        ended: figures.ended,
        enough: figures.enough,
        rows: numbers.map((held) => {
          const here = groups.filter((g) => g.held === held);
          const value = here.reduce((sum, g) => sum + g.total, 0);
          const gross = here.reduce((sum, g) => sum + g.total * at(figures.table.buyLater, held, g.warmth), 0);
          return {
            held,
            count: here.reduce((sum, g) => sum + g.count, 0),
            value: Math.round(value),
            buyLater: value > 0 ? gross / value : 0,
            gross: Math.round(gross),
          };
        }),
      };
    },
    { readOnly: true },
  );
}
