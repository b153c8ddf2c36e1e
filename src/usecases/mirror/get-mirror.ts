import { addDays } from '#core/day/day';
import { capturedShare, stopRates } from '#core/persistence/captured-share';
import { countedShare, ENDED_BEFORE_SHARES } from '#core/persistence/mirror';
import { articleShares } from '#core/persistence/prior';
import { AppError } from '#contract/app-error';
import type { Mirror, MirrorQuery, MirrorRow } from '#contract/mirror';
import { countLetLie, endedByNumber, type EndedRow, endedSources } from '#db/mirror';
import { inWorkspace } from '#db/transaction';
import type { Context } from '../context.ts';
import { loadFigures, loadWorkspaceFigures } from '../engine/figures.ts';
import { refuseSmallTotal } from '../refuse-small-total.ts';
import { dayFrom, loadSurroundings } from '../surroundings.ts';

/** Where sellers stop, as the article says: after 1, 2, 3 moments, and "more than three" (10%) as four; its 95% is left as it is. */
const articleStops = [0.48, 0.25, 0.12, 0.1, 0, 0, 0, 0, 0, 0, 0, 0];
const letLieDays = 60;

/** Where one stops beside where one's sales happen (product.md, row 4; definition 6). One's own, unless the whole workspace is asked for: of five people or more (definition 22). */
export async function getMirror(context: Context, query: MirrorQuery): Promise<Mirror> {
  const by = query.by ?? 'contact';
  const of = query.of ?? 'me';
  if (of === 'workspace' && context.actor.role !== 'owner' && context.actor.role !== 'manager')
    throw new AppError('forbidden', { at: 'of' });
  return inWorkspace(
    context.databases,
    context.actor.workspaceId,
    async (tx) => {
      if (of === 'workspace') await refuseSmallTotal(tx);
      const surroundings = await loadSurroundings(tx, context.actor.memberId, context.now());
      const mine = of === 'me' ? context.actor.memberId : null;
      const filter = {
        assigneeIds: mine ? [mine] : null,
        source: query.source ?? null,
        from: query.from === undefined ? null : dayFrom(query.from, 'from'),
        to: query.to === undefined ? null : dayFrom(query.to, 'to'),
        by,
      };
      const [rows, sources, letLie, figures] = await Promise.all([
        endedByNumber(tx, filter),
        endedSources(tx),
        countLetLie(tx, mine, addDays(surroundings.today, -letLieDays)),
        mine ? loadFigures(tx, surroundings) : loadWorkspaceFigures(tx, surroundings),
      ]);
      const count = (kind: EndedRow['kind'], only: (row: EndedRow) => boolean = () => true) =>
        rows.filter((row) => row.kind === kind && only(row)).reduce((sum, row) => sum + row.count, 0);
      const ended = count('won') + count('own_stop') + count('refused');
      const enough = ended >= ENDED_BEFORE_SHARES;
      const stops = curve(rows, 'own_stop', enough);
      const { pooled } = figures.beliefs;
      const tried = pooled.counts.stages.map((stage) => stage.tried);
      const ownStops = stops.slice(0, 12).map((row) => row.count);
      const { member } = surroundings;
      return {
        by,
        sales: curve(rows, 'won', enough),
        stops,
        refusals: curve(rows, 'refused', enough),
        ended,
        won: count('won'),
        ownStops: count('own_stop'),
        refused: count('refused'),
        numberUnknown: (['won', 'own_stop', 'refused'] as const).reduce(
          (sum, kind) => sum + count(kind, (row) => row.number === 0),
          0,
        ),
        revived: { count: count('revived'), sold: count('revived_won') },
        letLie,
        article: { sales: articleShares('uniform'), stops: articleStops, verified: false },
        captured:
          enough && by === 'contact'
            ? capturedShare(pooled.hazards, pooled.continues, stopRates(ownStops, tried))
            : null,
        enough,
        guess:
          member.guess_stops_after !== null && member.guess_sales_at !== null
            ? { stopsAfter: member.guess_stops_after, salesAt: member.guess_sales_at }
            : null,
        sources,
      };
    },
    { readOnly: true },
  );
}

/** Numbers 1 to 12 and, as 13, all beyond: counts, and when enough have ended shares of the whole with their 90% intervals. Number 0, unknown, is in no curve. */
function curve(rows: readonly EndedRow[], kind: EndedRow['kind'], enough: boolean): MirrorRow[] {
  const counts = Array.from({ length: 13 }, () => 0);
  for (const row of rows) {
    if (row.kind !== kind || row.number < 1) continue;
    const at = Math.min(row.number, 13) - 1;
    counts[at] = (counts[at] ?? 0) + row.count;
  }
  const total = counts.reduce((sum, n) => sum + n, 0);
  return counts.map((count, i) => ({
    number: i + 1,
    ...(enough ? countedShare(count, total) : { count, share: null, low: null, high: null }),
  }));
}
