import { type Day, dayIn } from '#core/day/day';
import { clockAt } from '#core/permission/clock';
import type { MomentFacts, OpportunityFacts } from '#core/opportunity/facts';
import { type Logged, logMoment as decideMoment, type LogInput } from '#core/opportunity/log-moment';
import { isConversation } from '#core/opportunity/vocabulary';
import { afterSale, resetTimer, usualEveryDays } from '#core/relationship/keep-in-touch';
import { AppError } from '#contract/app-error';
import type { LogMoment, MomentLogged } from '#contract/opportunity';
import { type ChangedRecord, changeOfMoment } from '#db/change';
import type { NewEvent } from '#db/event';
import { findMoment, insertMoment } from '#db/moment';
import { findView } from '#db/opportunity-view';
import { type PersonRow, type PersonValues, updatePerson } from '#db/person';
import { inWorkspace, type Tx } from '#db/transaction';
import type { Context } from '../context.ts';
import { fillRoom, fillRooms } from '../pace/fill-room.ts';
import { timerOf } from '../relationship/timer.ts';
import { wishedChannel } from '../relationship/wished-channel.ts';
import { dayFrom, type Surroundings } from '../surroundings.ts';
import { type LoadedOpportunity, loadOpportunity } from './load-opportunity.ts';
import { momentView } from '#db/moment-view';
import { notedPermission, recordConsent, withConsent } from '../permission/in-talk.ts';
import { nextChoice } from './next-choice.ts';
import { refuseRestricted } from '../rights/refuse-restricted.ts';
import { noteRights, syncSuppression } from '../rights/suppression.ts';
import { stopForObjection } from './stop-for-objection.ts';
import { eventAbout, recordChange, writeOpportunity } from './write-change.ts';

/** Logs a contact moment and plans the next one in the same transaction (product.md, row 1). A retry with the same clientId counts once. */
export async function logMoment(context: Context, opportunityId: string, input: LogMoment): Promise<MomentLogged> {
  return inWorkspace(context.databases, context.actor.workspaceId, (tx) =>
    logMomentIn(tx, context, opportunityId, input),
  );
}

/** `alone: false`: part of a larger change, which records the undo for both. `ours`: the note is what we wrote, and their last words stay. */
export async function logMomentIn(
  tx: Tx,
  context: Context,
  opportunityId: string,
  input: LogMoment,
  { alone = true, ours = false } = {},
): Promise<MomentLogged> {
  const loaded = await loadOpportunity(tx, opportunityId, context);
  const present = input.clientId ? await findMoment(tx, input.clientId) : undefined;
  if (present) {
    const changeId = await changeOfMoment(tx, opportunityId, present.id);
    return {
      ...(await logged(tx, context.now(), opportunityId, present.id)),
      changeId: changeId ?? present.id,
      renumbered: 0,
    };
  }
  refuseRestricted(loaded.person);
  if (input.consent && (!loaded.person || !isConversation(input.outcome) || input.outcome === 'do_not_contact'))
    throw new AppError('consent_without_talk', { at: 'consent' });
  const decision = decideMoment(input.consent ? withConsent(loaded, input) : loaded, inputFor(context, loaded, input));
  if (decision.kind === 'refused') {
    const opportunity = await findView(tx, opportunityId, clockAt(context.now()));
    const detail =
      decision.code === 'before_creation'
        ? 'This day lies before the opportunity began. When that is right, send beforeCreation: true.'
        : undefined;
    throw new AppError(decision.code, {
      at: placeOf(decision.code),
      facts: { opportunity },
      ...(detail && { detail }),
    });
  }
  return write(tx, context, loaded, decision, input, { alone, ours });
}

function placeOf(code: string): string {
  const places: Record<string, string> = {
    future_moment: 'happenedOn',
    before_creation: 'happenedOn',
    until_missing: 'until',
    next_in_past: 'next.on',
    held_conflict: 'expectedHeld',
  };
  return places[code] ?? 'opportunity';
}

function inputFor(context: Context, loaded: LoadedOpportunity, input: LogMoment): LogInput {
  return {
    id: input.clientId ?? context.newId(),
    memberId: context.actor.memberId,
    channel: input.channel,
    outcome: input.outcome,
    minutes: input.minutes ?? loaded.surroundings.minutes[input.channel],
    minutesTold: input.minutes !== undefined,
    happenedOn: happenedOn(loaded, input),
    createdAt: context.now(),
    beforeCreation: input.beforeCreation ?? false,
    until: input.until === undefined ? null : dayFrom(input.until, 'until'),
    untilAt: input.untilAt === undefined ? null : new Date(input.untilAt),
    next: input.next ? nextChoice(input.next) : null,
    intent: input.intent ?? loaded.opportunity.next?.intent ?? null,
    expectedHeld: input.expectedHeld ?? null,
    value: input.value ?? null,
  };
}

/** A day that was said, else that of the instant at which it was noted, in the zone that `today` is of; else today. */
function happenedOn({ planning, surroundings: { member, workspace } }: LoadedOpportunity, input: LogMoment): Day {
  if (input.happenedOn !== undefined) return dayFrom(input.happenedOn, 'happenedOn');
  if (input.occurredAt === undefined) return planning.today;
  return dayIn(new Date(input.occurredAt), member.time_zone ?? workspace.time_zone);
}

type Image = {
  opportunities: Record<string, unknown>[];
  persons: Record<string, unknown>[];
  made: { moments: string[]; events: string[]; blockedMail?: string[] };
};

async function write(
  tx: Tx,
  context: Context,
  loaded: LoadedOpportunity,
  decision: Logged,
  input: LogMoment,
  { alone, ours }: { alone: boolean; ours: boolean },
): Promise<MomentLogged> {
  const { moment } = decision;
  const note = input.note?.trim() ? input.note.trim() : null;
  const isLatest = decision.moments.at(-1)?.id === moment.id;
  const after: OpportunityFacts = {
    ...decision.opportunity,
    lastWords: note && isLatest && !ours ? note : decision.opportunity.lastWords,
  };
  const inserted = {
    id: moment.id,
    opportunity_id: after.id,
    person_id: after.personId,
    member_id: moment.memberId,
    number: moment.number,
    channel: moment.channel,
    outcome: moment.outcome,
    warmth_before: moment.warmthBefore,
    minutes: moment.minutes,
    minutes_told: moment.minutesTold,
    note,
    intent: input.intent ?? loaded.opportunity.next?.intent ?? null,
    happened_on: moment.happenedOn,
    until_on: input.until === undefined ? null : dayFrom(input.until, 'until'),
    fills_opening: moment.fillsOpening,
    import_id: null,
    created_at: moment.createdAt,
    ...notedPermission(loaded, moment, context.now()),
  };
  const events = endEvents(context, after, moment);
  // Not waited for one by one: the database does them in this order.
  const writing: Promise<unknown>[] = [
    insertMoment(tx, inserted),
    writeOpportunity(tx, loaded, after, { moments: decision.moments, events }),
  ];
  if (input.consent) {
    await Promise.all(writing);
    await recordConsent(tx, context, loaded, moment, input.consent);
  }
  // It is locked, so that this is the version it gets.
  const records: ChangedRecord[] = [{ type: 'opportunity', id: after.id, version: loaded.row.version + 1 }];
  const image: Image = {
    opportunities: [{ ...loaded.row }],
    persons: [],
    made: { moments: [moment.id], events: events.map((e) => e.id) },
  };
  const touch = loaded.person && touchOf(loaded.person, moment, decision);
  if (touch && loaded.person) {
    // After the counters, so that two who log about one person at once take both in the same order.
    await Promise.all(writing);
    const version = await updatePerson(tx, loaded.person.id, touch, tx.kept);
    image.persons.push({ ...loaded.person });
    records.push({ type: 'person', id: loaded.person.id, version });
  }
  let left: Surroundings[] = [];
  if (decision.objection && loaded.person) {
    const stopped = await stopForObjection(tx, context, loaded.person.id, after.id);
    image.opportunities.push(...stopped.images);
    image.made.events.push(...stopped.events);
    image.made.blockedMail = stopped.blockedMail;
    records.push(...stopped.records);
    left = stopped.left;
    await syncSuppression(tx, context, [loaded.person.id]);
    await noteRights(tx, context, 'objected', { personId: loaded.person.id });
  }
  const [changeId, shown] = await Promise.all([
    alone ? recordChange(tx, context, 'moment.logged', image, records) : moment.id,
    (async () => {
      if (alone && loaded.opportunity.state === 'open' && after.state !== 'open')
        await fillRoom(tx, context, loaded.surroundings);
      if (alone) await fillRooms(tx, context, left);
      return logged(tx, context.now(), after.id, moment.id);
    })(),
    ...writing,
  ]);
  return { ...shown, changeId, renumbered: decision.renumbered };
}

function endEvents(context: Context, after: OpportunityFacts, moment: MomentFacts): NewEvent[] {
  if (after.state === 'won') return [eventAbout(context, after, { kind: 'won', happened_on: moment.happenedOn })];
  if (!after.stop) return [];
  return [
    eventAbout(context, after, {
      kind: 'stopped',
      happened_on: moment.happenedOn,
      stop_kind: after.stop.kind,
      reason: after.stop.reason,
    }),
  ];
}

/** Any real contact resets the care timer; a sale starts one; an objection ends it (definitions 2 and 3). Null: nothing to write. */
function touchOf(person: PersonRow, moment: MomentFacts, decision: Logged): PersonValues | null {
  if (decision.objection)
    return { objected_on: moment.happenedOn, care_on: null, care_channel: null, care_member_id: null };
  if (decision.opportunity.state === 'won' && !person.care_on) {
    return {
      care_on: afterSale(timerOf(person), moment.happenedOn),
      // Somebody who bought is reached somehow: without an address one drops by.
      care_channel: wishedChannel(person, person.care_channel) ?? 'visit',
      care_every_days: person.care_every_days ?? usualEveryDays,
      care_member_id: decision.opportunity.assigneeId,
    };
  }
  if (!isConversation(moment.outcome)) return null;
  const reset = resetTimer(timerOf(person), moment.happenedOn);
  return reset === null || reset === person.care_on ? null : { care_on: reset };
}

async function logged(
  tx: Tx,
  at: Date,
  opportunityId: string,
  momentId: string,
): Promise<Pick<MomentLogged, 'moment' | 'opportunity'>> {
  const [opportunity, moment] = await Promise.all([findView(tx, opportunityId, clockAt(at)), momentView(tx, momentId)]);
  if (!opportunity || !moment) throw new AppError('not_found', { at: 'moment' });
  return { moment, opportunity };
}
