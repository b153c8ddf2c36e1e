import { contributions } from '#core/counter/contribution';
import { counterDelta } from '#core/counter/counter-delta';
import type { MomentFacts, OpportunityFacts } from '#core/opportunity/facts';
import { type ChangedRecord, type ChangeImage, emptyImage, insertChange } from '#db/change';
import { addToCounters } from '#db/counter';
import { insertEvents, type NewEvent } from '#db/event';
import { renumberMoments } from '#db/moment';
import { updateOpportunity } from '#db/opportunity';
import type { EventTable } from '#db/tables';
import type { Tx } from '#db/transaction';
import type { Context } from '../context.ts';
import { averageNow } from '../engine/average-now.ts';
import type { LoadedOpportunity } from './load-opportunity.ts';

/** An event about an opportunity as it stands: number, warmth and assignee are those of that time (definition 12). */
export function eventAbout(
  context: Context,
  facts: OpportunityFacts,
  event: Pick<NewEvent, 'happened_on'> & { kind: EventTable['kind'] } & Partial<
      Pick<NewEvent, 'id' | 'reason' | 'channel' | 'note' | 'next_on' | 'stop_kind'>
    >,
): NewEvent {
  return {
    id: context.newId(),
    opportunity_id: facts.id,
    person_id: facts.personId,
    member_id: context.actor.memberId,
    number: facts.held,
    warmth: facts.warmth,
    assignee_id: facts.assigneeId,
    created_at: context.now(),
    ...event,
  };
}

/** Writes an opportunity after a decision: row, numbers, counters, events. Answers the new version. */
export async function writeOpportunity(
  tx: Tx,
  loaded: LoadedOpportunity,
  after: OpportunityFacts,
  options: { moments?: readonly MomentFacts[]; events?: readonly NewEvent[] } = {},
): Promise<number> {
  const moments = options.moments ?? loaded.moments;
  const delta = counterDelta(contributions(loaded.opportunity, loaded.moments), contributions(after, moments));
  const [version] = await Promise.all([
    updateOpportunity(tx, after, averageNow(loaded.surroundings.workspace)),
    options.moments ? renumberMoments(tx, options.moments) : undefined,
    addToCounters(tx, delta),
    insertEvents(tx, options.events ?? []),
  ]);
  return version;
}

/** A change with its image before, so that it can be taken back for a day (definition 16). */
export async function recordChange(
  tx: Tx,
  context: Context,
  kind: string,
  image: Partial<Omit<ChangeImage, 'made'>> & { made?: Partial<ChangeImage['made']> },
  records: readonly ChangedRecord[],
): Promise<string> {
  const id = context.newId();
  const empty = emptyImage();
  await insertChange(tx, {
    id,
    memberId: context.actor.memberId,
    kind,
    image: { ...empty, ...image, made: { ...empty.made, ...image.made } },
    records,
    at: context.now(),
  });
  return id;
}
