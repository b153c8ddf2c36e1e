import { receiveInbound as decideInbound } from '#core/opportunity/change-state';
import type { Inbound, OpportunityChanged } from '#contract/opportunity';
import { resetTimer } from '#core/relationship/keep-in-touch';
import { inWorkspace, type Tx } from '#db/transaction';
import type { Context } from '../context.ts';
import { timerOf } from '../relationship/timer.ts';
import { changeOpportunityIn, type EventOf, type OpportunityChange } from './change-opportunity.ts';

/** "X just called" (definition 4): no number; they wait for us, and a stopped opportunity is open again. */
export function receiveInbound(context: Context, id: string, input: Inbound): Promise<OpportunityChanged> {
  return inWorkspace(context.databases, context.actor.workspaceId, (tx) => receiveInboundIn(tx, context, id, input));
}

/** The same as a part of more. `eventId`: of the event that is written, for what belongs to it. */
export function receiveInboundIn(
  tx: Tx,
  context: Context,
  id: string,
  input: Inbound,
  eventId?: string,
): Promise<OpportunityChanged> {
  return changeOpportunityIn(tx, context, id, inboundChange(context, input, eventId));
}

function inboundChange(context: Context, input: Inbound, eventId?: string): OpportunityChange {
  const note = input.note?.trim() || null;
  const events: EventOf = (after, { planning, opportunity }) => [
    ...(opportunity.state === 'stopped'
      ? [{ kind: 'revived' as const, happened_on: planning.today, next_on: after.next?.on ?? null }]
      : []),
    {
      kind: 'inbound' as const,
      happened_on: planning.today,
      channel: input.channel,
      note,
      ...(eventId && { id: eventId }),
    },
  ];
  return {
    kind: 'inbound.received',
    decide: ({ opportunity, moments, planning }) => {
      const decision = decideInbound(opportunity, moments, planning, { at: context.now(), channel: input.channel });
      return decision.kind === 'changed' && note
        ? { ...decision, opportunity: { ...decision.opportunity, lastWords: note } }
        : decision;
    },
    events,
    // They spoke to us: a real contact, from which the timer of keeping in touch is counted again.
    person: (person, { planning }) => {
      const reset = resetTimer(timerOf(person), planning.today);
      return reset === null || reset === person.care_on ? null : { care_on: reset };
    },
  };
}
