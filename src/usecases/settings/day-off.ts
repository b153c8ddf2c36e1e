import type { Static } from 'typebox';
import { AppError } from '#contract/app-error';
import type { CreateDayOff, DayOff } from '#contract/workspace';
import { daysOffByDay, deleteDayOff, insertDayOff, type DayOffRow } from '#db/day-off';
import { inWorkspace } from '#db/transaction';
import type { Context } from '../context.ts';
import { dayFrom } from '../surroundings.ts';

type DayOffView = Static<typeof DayOff>;

export async function listDaysOff({ databases, actor }: Context): Promise<{ items: DayOffView[] }> {
  return inWorkspace(
    databases,
    actor.workspaceId,
    async (tx) => ({ items: (await daysOffByDay(tx, actor.memberId)).map(view) }),
    { readOnly: true },
  );
}

export async function addDayOff(
  { databases, actor, newId }: Context,
  wish: Static<typeof CreateDayOff>,
): Promise<DayOffView> {
  const fromOn = dayFrom(wish.fromOn, 'fromOn');
  const untilOn = dayFrom(wish.untilOn, 'untilOn');
  if (untilOn < fromOn)
    throw new AppError('day_invalid', { at: 'untilOn', detail: 'The last day lies before the first.' });
  return inWorkspace(databases, actor.workspaceId, async (tx) =>
    view(
      await insertDayOff(tx, {
        id: newId(),
        member_id: actor.memberId,
        from_on: fromOn,
        until_on: untilOn,
        note: wish.note ?? null,
      }),
    ),
  );
}

export async function removeDayOff({ databases, actor }: Context, id: string): Promise<void> {
  await inWorkspace(databases, actor.workspaceId, async (tx) => {
    if (!(await deleteDayOff(tx, actor.memberId, id))) throw new AppError('not_found', { at: 'id' });
  });
}

function view(row: DayOffRow): DayOffView {
  return { id: row.id, fromOn: row.from_on, untilOn: row.until_on, note: row.note };
}
