import { clockAt } from '#core/permission/clock';
import { addDays, daysBetween } from '#core/day/day';
import { gainAt } from '#core/persistence/gain-table';
import { openerFor } from '#core/today/why';
import type { Revive } from '#contract/mirror';
import { letGoCounts, countLetLie } from '#db/mirror';
import { toFacts } from '#db/opportunity';
import { toView, viewRows } from '#db/opportunity-view';
import { bestOfImport, bestRevivable, letGoOfImport, letLie, type RankCursor } from '#db/revivable';
import { inWorkspace } from '#db/transaction';
import { AppError } from '#contract/app-error';
import type { Context } from '../context.ts';
import { adviceFor } from '../engine/advice.ts';
import { averageNow } from '../engine/average-now.ts';
import { loadFigures } from '../engine/figures.ts';
import { leftOnTable } from '../engine/left-on-table.ts';
import { offeredIn } from '../permission/offered-in.ts';
import { loadSurroundings } from '../surroundings.ts';

export const letLieDays = 60;

/** Those let go, ranked, with the last words and a first sentence (product.md, row 5); with `importId` those of one list brought in. */
export async function getRevive(
  context: Context,
  query: { limit?: number; cursor?: string; letLie?: boolean; importId?: string },
): Promise<Revive> {
  const limit = query.limit ?? 20;
  return inWorkspace(
    context.databases,
    context.actor.workspaceId,
    async (tx) => {
      const memberId = context.actor.memberId;
      const surroundings = await loadSurroundings(tx, memberId, context.now());
      const { workspace, today } = surroundings;
      const clock = clockAt(context.now());
      const before = addDays(today, -letLieDays);
      const [figures, counts, lying] = await Promise.all([
        loadFigures(tx, surroundings),
        query.importId === undefined ? letGoCounts(tx, memberId) : letGoOfImport(tx, memberId, query.importId),
        countLetLie(tx, memberId, before),
      ]);
      const ranked = query.letLie
        ? null
        : query.importId === undefined
          ? await bestRevivable(tx, memberId, figures.table, limit + 1, readCursor(query.cursor))
          : await bestOfImport(tx, memberId, query.importId, figures.table, limit);
      const ids = ranked ? ranked.slice(0, limit).map((r) => r.id) : await letLie(tx, memberId, before, limit);
      const rows = await viewRows(tx, ids);
      const byId = new Map(rows.map((row) => [row.id, row]));
      const leftOf = leftOnTable(figures);
      const last = ranked && ranked.length > limit ? ranked[limit - 1] : undefined;
      return {
        letGo: counts.ownStops + counts.refused,
        neverSaidNo: counts.ownStops,
        letLie: lying,
        newPerMinute: figures.newPerMinute,
        items: ids.flatMap((id) => {
          const row = byId.get(id);
          if (!row) return [];
          const facts = toFacts(row);
          const opportunity = toView(row, clock);
          const left = leftOf(facts.held, facts.warmth, facts.value ?? averageNow(workspace));
          const perMinute = row.rank_value * gainAt(figures.table, Math.min(facts.held, 12), facts.warmth);
          return [
            {
              opportunity,
              stillToGain: left.stillToGain,
              stillToGainLow: left.stillToGainLow,
              stillToGainHigh: left.stillToGainHigh,
              net: left.net,
              perMinute,
              advice: adviceFor(figures, workspace, { id: row.id, held: facts.held, perMinute }),
              channels: offeredIn(opportunity),
              sentence: openerFor(facts, 'planned'),
              stoppedDaysAgo: facts.endedOn && daysBetween(facts.endedOn, today),
            },
          ];
        }),
        nextCursor: last ? Buffer.from(JSON.stringify([last.perMinute, last.id])).toString('base64url') : null,
      };
    },
    { readOnly: true },
  );
}

function readCursor(cursor: string | undefined): RankCursor {
  if (cursor === undefined) return null;
  try {
    const parsed: unknown = JSON.parse(Buffer.from(cursor, 'base64url').toString());
    if (Array.isArray(parsed) && typeof parsed[0] === 'number' && typeof parsed[1] === 'string')
      return { perMinute: parsed[0], id: parsed[1] };
  } catch {
    // Not ours: refused below.
  }
  throw new AppError('invalid_request', { at: 'cursor' });
}
