import { addDays, daysBetween, toDay } from '#core/day/day';
import { mondayOf, mondaysBetween, type TimeKind, timeKindOf, timeKinds } from '#core/time/time-kind';
import { ENDED_BEFORE_SHARES } from '#core/persistence/mirror';
import { AppError } from '#contract/app-error';
import type { TimeQuery, TimeSpent } from '#contract/time';
import { salesOfTime, type TimeFilter, timeOfMoments, timeOfProspecting } from '#db/time-spent';
import { inWorkspace, type Tx } from '#db/transaction';
import type { Context } from '../context.ts';
import { averageNow } from '../engine/average-now.ts';
import { refuseSmallTotal } from '../refuse-small-total.ts';
import { dayFrom, loadSurroundings } from '../surroundings.ts';

/** Where time is written down: summed as they come. Another way of logging time is one line here. */
const sources: readonly ((tx: Tx, filter: TimeFilter) => Promise<Spent[]>)[] = [
  async (tx, filter) => (await timeOfMoments(tx, filter)).map((row) => ({ ...row, kind: timeKindOf(row) })),
  async (tx, filter) => (await timeOfProspecting(tx, filter)).map((row) => ({ ...row, kind: 'new' })),
];
type Spent = { monday: string; kind: TimeKind; minutes: number; count: number };

/** A quarter, in whole weeks. */
const usualWeeks = 13;
/** Longer is no question about weeks. */
const mostDays = 750;

/** Time a week on new, running, revived and care, and what each brought (product.md, row 6). */
export async function getTime(context: Context, query: TimeQuery): Promise<TimeSpent> {
  const of = query.of ?? 'me';
  const leads = context.actor.role === 'owner' || context.actor.role === 'manager';
  if (of === 'workspace' && !leads) throw new AppError('forbidden', { at: 'of' });
  return inWorkspace(
    context.databases,
    context.actor.workspaceId,
    async (tx) => {
      const { today, workspace } = await loadSurroundings(tx, context.actor.memberId, context.now());
      const to = query.to === undefined ? today : dayFrom(query.to, 'to');
      const from =
        query.from === undefined ? addDays(mondayOf(to), -7 * (usualWeeks - 1)) : dayFrom(query.from, 'from');
      if (from > to) throw new AppError('day_invalid', { at: 'from', detail: 'The first day lies after the last.' });
      if (daysBetween(from, to) > mostDays)
        throw new AppError('day_invalid', { at: 'from', detail: `At most ${mostDays} days at once.` });
      if (of === 'workspace') await refuseSmallTotal(tx);
      const filter = { memberIds: of === 'me' ? [context.actor.memberId] : null, from, to };
      const [sales, ...times] = await Promise.all([
        salesOfTime(tx, filter, averageNow(workspace)),
        ...sources.map((source) => source(tx, filter)),
      ]);
      const rows = times.flat();
      const sum = (what: 'minutes' | 'count', only: (row: Spent) => boolean = () => true) =>
        rows.filter(only).reduce((total, row) => total + row[what], 0);
      const sold = sales.reduce((total, row) => total + row.sales, 0);
      return {
        from,
        to,
        of,
        weeks: mondaysBetween(from, to).map((monday) => {
          const spent = (kind: TimeKind) => sum('minutes', (row) => row.kind === kind && toDay(row.monday) === monday);
          return {
            monday,
            minutes: { new: spent('new'), running: spent('running'), revived: spent('revived'), care: spent('care') },
          };
        }),
        kinds: timeKinds.map((kind) => {
          const brought = sales.filter((row) => timeKindOf({ ...row, apart: false }) === kind);
          const total = (what: 'sales' | 'value' | 'withoutValue') => brought.reduce((all, row) => all + row[what], 0);
          return {
            kind,
            minutes: sum('minutes', (row) => row.kind === kind),
            count: sum('count', (row) => row.kind === kind),
            sales: total('sales'),
            value: total('value'),
            withoutValue: total('withoutValue'),
          };
        }),
        minutes: sum('minutes'),
        count: sum('count'),
        sales: sold,
        enough: sold >= ENDED_BEFORE_SHARES,
      };
    },
    { readOnly: true },
  );
}
