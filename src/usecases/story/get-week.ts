import { addDays, type Day, toDay } from '#core/day/day';
import { isConversation } from '#core/opportunity/vocabulary';
import { mondayOf } from '#core/time/time-kind';
import type { Week, WeekQuery } from '#contract/story';
import { loggedBetween, type LoggedRow, salesOf, soldBetween } from '#db/story';
import { inWorkspace } from '#db/transaction';
import type { Context } from '../context.ts';
import { dayFrom, loadSurroundings } from '../surroundings.ts';
import { storiesOf } from './stories-of.ts';

const mostStories = 50;

/** What one did in a week or a month and what one sold in it. Losses have their own place (product.md, section 5 rule 9). */
export async function getWeek(context: Context, query: WeekQuery): Promise<Week> {
  const { memberId, workspaceId } = context.actor;
  return inWorkspace(
    context.databases,
    workspaceId,
    async (tx) => {
      const { today } = await loadSurroundings(tx, memberId, context.now());
      const on = query.on === undefined ? today : dayFrom(query.on, 'on');
      const week = query.of === 'month' ? monthOf(on) : weekOf(on);
      const [logged, sold, ids] = await Promise.all([
        loggedBetween(tx, memberId, week),
        soldBetween(tx, memberId, week),
        salesOf(tx, memberId, week, null, mostStories),
      ]);
      const count = (only: (row: LoggedRow) => boolean) => logged.filter(only).reduce((sum, row) => sum + row.count, 0);
      return {
        ...week,
        moments: count((row) => !row.apart),
        conversations: count((row) => !row.apart && isConversation(row.outcome)),
        appointments: count((row) => row.outcome === 'appointment'),
        firstContacts: count((row) => row.first),
        care: count((row) => row.apart),
        minutes: logged.reduce((sum, row) => sum + row.minutes, 0),
        ...sold,
        stories: await storiesOf(tx, context.now(), ids),
      };
    },
    { readOnly: true },
  );
}

function weekOf(on: Day): { from: Day; to: Day } {
  const from = mondayOf(on);
  return { from, to: addDays(from, 6) };
}

function monthOf(on: Day): { from: Day; to: Day } {
  const from = toDay(`${on.slice(0, 7)}-01`);
  const next = toDay(`${addDays(from, 31).slice(0, 7)}-01`);
  return { from, to: addDays(next, -1) };
}
