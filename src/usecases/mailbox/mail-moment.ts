import { isConversation } from '#core/opportunity/vocabulary';
import type { Day } from '#core/day/day';
import { capturedOn } from '#db/mail';
import type { Tx } from '#db/transaction';
import type { Context } from '../context.ts';
import { correctMomentIn } from '../opportunity/correct-moment.ts';
import { loadOpportunity, type LoadedOpportunity } from '../opportunity/load-opportunity.ts';
import { logMomentIn } from '../opportunity/log-moment.ts';
import { receiveInboundIn } from '../opportunity/receive-inbound.ts';
import { writeOpportunity } from '../opportunity/write-change.ts';

/** What a mail became part of; null: a day before the opportunity began, or one that is over. */
type Part = { momentId: string | null; eventId: string | null };
type Mail = { note: string; happenedOn: Day };

/**
 * What we sent: one contact moment with a number for each person and day. A mail that answers theirs makes it a conversation, also when the
 * moment stands already (definition 4).
 */
export async function sentMoment(tx: Tx, context: Context, opportunityId: string, mail: Mail): Promise<Part | null> {
  const loaded = await loadOpportunity(tx, opportunityId, context);
  const on = notInFuture(loaded, mail.happenedOn);
  if (loaded.opportunity.state !== 'open' || loaded.person?.restricted_on || on < loaded.opportunity.createdOn)
    return null;
  const answers = loaded.opportunity.waitingSince !== null;
  const present = loaded.momentRows.find((row) => row.channel === 'email' && row.happened_on === on);
  if (present) {
    if (answers) await becomesTalk(tx, context, opportunityId, present);
    return { momentId: present.id, eventId: null };
  }
  const id = context.newId();
  const moment = {
    clientId: id,
    channel: 'email',
    outcome: answers ? 'spoke' : 'message_left',
    happenedOn: on,
    note: mail.note,
  } as const;
  await logMomentIn(tx, context, opportunityId, moment, { ours: true });
  return { momentId: id, eventId: null };
}

async function becomesTalk(
  tx: Tx,
  context: Context,
  opportunityId: string,
  present: LoadedOpportunity['momentRows'][number],
): Promise<void> {
  if (!isConversation(present.outcome))
    await correctMomentIn(tx, context, present.id, { version: present.version, outcome: 'spoke' });
  const now = await loadOpportunity(tx, opportunityId, context);
  await writeOpportunity(tx, now, { ...now.opportunity, waitingSince: null });
}

/** What they wrote: an event without a number; they wait for us. What more they write that day before we answer is the same event. */
export async function receivedMoment(
  tx: Tx,
  context: Context,
  opportunityId: string,
  mail: Mail,
): Promise<Part | null> {
  const loaded = await loadOpportunity(tx, opportunityId, context);
  if (loaded.opportunity.state === 'won' || loaded.person?.restricted_on) return null;
  const on = notInFuture(loaded, mail.happenedOn);
  const [same] = (await capturedOn(tx, opportunityId, on)).filter((one) => one.event_id !== null);
  if (same && loaded.opportunity.waitingSince !== null) return { momentId: null, eventId: same.event_id };
  const eventId = context.newId();
  await receiveInboundIn(tx, context, opportunityId, { channel: 'email', note: mail.note }, eventId);
  return { momentId: null, eventId };
}

const notInFuture = ({ planning }: LoadedOpportunity, on: Day): Day => (on > planning.today ? planning.today : on);
