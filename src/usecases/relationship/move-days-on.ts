import { type Day, toDay } from '#core/day/day';
import { afterThisTime } from '#core/relationship/important-day';
import { moveDaysOn, passedDays } from '#db/important-day';
import { inWorkspace } from '#db/transaction';
import type { Context } from '../context.ts';
import { yearDayOf } from './important-days.ts';

const mostAtOnce = 1000;

/** Days that lie before this one come again next year, or are over. Answers how many; idempotent. */
export async function moveDaysOnBefore(
  { databases }: Pick<Context, 'databases'>,
  workspaceId: string,
  before: Day,
): Promise<number> {
  return inWorkspace(databases, workspaceId, async (tx) => {
    const passed = await passedDays(tx, before, mostAtOnce);
    await moveDaysOn(
      tx,
      passed.map((row) => {
        let next = row.next_on === null ? null : toDay(row.next_on);
        // After years that nothing ran.
        while (next !== null && next < before) next = afterThisTime(yearDayOf(row), next);
        return { id: row.id, nextOn: next };
      }),
    );
    return passed.length;
  });
}
