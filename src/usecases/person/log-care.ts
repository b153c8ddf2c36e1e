import { type Day, dayIn } from '#core/day/day';
import { clockAt, clockOn } from '#core/permission/clock';
import { afterAttention } from '#core/relationship/keep-in-touch';
import { AppError } from '#contract/app-error';
import type { Moment } from '#contract/opportunity';
import type { LogCare, Person } from '#contract/person';
import { changeOfMoment } from '#db/change';
import { insertMoment } from '#db/moment';
import { momentView } from '#db/moment-view';
import { lockOpportunitiesOfPerson } from '#db/opportunity';
import { lockPerson, type PersonRow, updatePerson } from '#db/person';
import { inWorkspace, type Tx } from '#db/transaction';
import type { Context } from '../context.ts';
import { recordChange } from '../opportunity/write-change.ts';
import { fillRooms } from '../pace/fill-room.ts';
import { notedOf } from '../permission/in-talk.ts';
import { personContact, purposeWith } from '../permission/person-contact.ts';
import { timerOf } from '../relationship/timer.ts';
import { refuseRestricted } from '../rights/refuse-restricted.ts';
import { dayFrom, loadSurroundings, type Surroundings } from '../surroundings.ts';
import { objectLocked } from './change-person.ts';
import { personView } from './person-view.ts';

/**
 * A moment of relationship: no opportunity, no number, no euro; it resets the timer (definition 3). Noted with what permission said of it, as
 * every moment. Who says in it that they want no contact has objected (definition 2).
 */
export function logCare(
  context: Context,
  id: string,
  input: LogCare,
): Promise<{ moment: Moment; person: Person; changeId: string }> {
  return inWorkspace(context.databases, context.actor.workspaceId, async (tx) => {
    // Opportunities before the person, as everywhere: an objection stops them.
    if (input.outcome === 'do_not_contact') await lockOpportunitiesOfPerson(tx, id);
    const row = await lockPerson(tx, id);
    if (!row) throw new AppError('not_found', { at: 'person' });
    refuseRestricted(row);
    const surroundings = await loadSurroundings(tx, context.actor.memberId, context.now());
    const happenedOn = dayOfCare(surroundings, input);
    if (happenedOn > surroundings.today) throw new AppError('future_moment', { at: 'happenedOn' });
    const momentId = input.clientId ?? context.newId();
    const present = await momentView(tx, momentId);
    if (present) {
      const changeId = await changeOfMoment(tx, id, momentId);
      return { moment: present, person: await personView(tx, id), changeId: changeId ?? momentId };
    }
    await insertMoment(tx, {
      id: momentId,
      opportunity_id: null,
      person_id: id,
      member_id: context.actor.memberId,
      number: null,
      warmth_before: 'unknown',
      fills_opening: false,
      channel: input.channel,
      outcome: input.outcome,
      minutes: input.minutes ?? surroundings.minutes[input.channel],
      minutes_told: input.minutes !== undefined,
      note: input.note?.trim() || null,
      intent: input.intent ?? 'give',
      happened_on: happenedOn,
      until_on: null,
      import_id: null,
      created_at: context.now(),
      ...(await notedFor(tx, row, surroundings, input, happenedOn)),
    });
    const changeId =
      input.outcome === 'do_not_contact' && row.objected_on === null
        ? await recordObjection(tx, context, row, momentId, happenedOn)
        : await recordCare(
            tx,
            context,
            row,
            { id: momentId, channel: input.channel },
            nextCare(row, input, happenedOn),
          );
    const moment = await momentView(tx, momentId);
    if (!moment) throw new Error('the moment just logged is not there');
    return { moment, person: await personView(tx, id), changeId };
  });
}

/** What was known of permission before it. What happened is never refused. */
async function notedFor(
  tx: Tx,
  row: PersonRow,
  { today, workspace, now }: Surroundings,
  { channel }: LogCare,
  on: Day,
): Promise<ReturnType<typeof notedOf>> {
  const contact = await personContact(tx, row, workspace);
  const clock = on === today ? clockAt(now) : clockOn(on);
  return notedOf(contact.facts, channel, purposeWith(contact, clock), clock);
}

/** Null: no attention is planned. */
function nextCare(row: PersonRow, input: LogCare, happenedOn: Day): Day | null {
  if (row.objected_on !== null || input.nextOn === null) return null;
  if (input.nextOn !== undefined) return dayFrom(input.nextOn, 'nextOn');
  return afterAttention(timerOf(row), input.outcome, happenedOn);
}

async function recordCare(
  tx: Tx,
  context: Context,
  row: PersonRow,
  { id: momentId, channel }: Pick<Moment, 'id' | 'channel'>,
  careOn: Day | null,
): Promise<string> {
  const version = await updatePerson(tx, row.id, {
    care_on: careOn,
    care_channel: careOn === null ? null : (row.care_channel ?? channel),
    care_member_id: careOn === null ? null : (row.care_member_id ?? context.actor.memberId),
  });
  return recordChange(tx, context, 'care.logged', { persons: [{ ...row }], made: { moments: [momentId] } }, [
    { type: 'person', id: row.id, version },
  ]);
}

async function recordObjection(tx: Tx, context: Context, row: PersonRow, momentId: string, on: Day): Promise<string> {
  const { version, stopped } = await objectLocked(tx, context, row.id, on);
  const changeId = await recordChange(
    tx,
    context,
    'care.logged',
    {
      persons: [{ ...row }],
      opportunities: stopped.images,
      made: { moments: [momentId], events: stopped.events, blockedMail: stopped.blockedMail },
    },
    [{ type: 'person', id: row.id, version }, ...stopped.records],
  );
  await fillRooms(tx, context, stopped.left);
  return changeId;
}

/** As with a moment of an opportunity (log-moment.ts). */
function dayOfCare({ today, member, workspace }: Surroundings, input: LogCare): Day {
  if (input.happenedOn !== undefined) return dayFrom(input.happenedOn, 'happenedOn');
  if (input.occurredAt === undefined) return today;
  return dayIn(new Date(input.occurredAt), member.time_zone ?? workspace.time_zone);
}
