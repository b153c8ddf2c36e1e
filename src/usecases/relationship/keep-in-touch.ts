import { AppError } from '#contract/app-error';
import type { KeepInTouch, PersonChanged } from '#contract/relationship';
import { toDay } from '#core/day/day';
import { inWorkspace } from '#db/transaction';
import { findMember } from '#db/workspace';
import type { Context } from '../context.ts';
import { personView } from '../person/person-view.ts';
import { dayFrom, loadSurroundings } from '../surroundings.ts';
import { changeRelationship } from './change-aggregate.ts';
import { timerFrom } from './timer.ts';

/** How often to keep in touch with this person, by whom, and not before when (product.md, row 7). */
export async function keepInTouch(context: Context, personId: string, wish: KeepInTouch): Promise<PersonChanged> {
  const { changeId } = await changeRelationship(context, personId, wish.version, async (tx, row) => {
    if (row.objected_on) throw new AppError('person_objected', { at: 'person' });
    const { today } = await loadSurroundings(tx, context.actor.memberId, context.now());
    const memberId = wish.memberId ?? row.care_member_id ?? context.actor.memberId;
    if (!(await findMember(tx, memberId))) throw new AppError('assignee_missing', { at: 'memberId' });
    const firstOn = wish.firstOn === undefined ? undefined : dayFrom(wish.firstOn, 'firstOn');
    if (firstOn !== undefined && firstOn < today) throw new AppError('next_in_past', { at: 'firstOn' });
    const paused = wish.pausedUntil === undefined ? row.care_paused_until : wish.pausedUntil;
    const pausedUntil = paused === null ? null : dayFrom(paused, 'pausedUntil');
    if (wish.pausedUntil && pausedUntil !== null && pausedUntil <= today)
      throw new AppError('next_in_past', { at: 'pausedUntil' });
    const asked = {
      own: wish.everyWeeks,
      channel: wish.channel,
      // A pause that ends now is counted from the last contact again.
      firstOn: firstOn ?? (keepsDay(row, wish) && row.care_on ? toDay(row.care_on) : undefined),
      pausedUntil,
      memberId,
    };
    return { out: null, kind: 'care.kept_in_touch', image: {}, person: await timerFrom(tx, row, asked, today) };
  });
  const person = await inWorkspace(context.databases, context.actor.workspaceId, (tx) => personView(tx, personId), {
    readOnly: true,
  });
  return { person, changeId };
}

/** Only the channel or who does it changed: the day stays. */
function keepsDay(row: { care_every_days: number | null; care_from: string | null }, wish: KeepInTouch): boolean {
  return (
    wish.pausedUntil === undefined &&
    row.care_from === 'person' &&
    wish.everyWeeks !== null &&
    row.care_every_days === wish.everyWeeks * 7
  );
}
