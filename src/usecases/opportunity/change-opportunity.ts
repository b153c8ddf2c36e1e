import { clockAt } from '#core/permission/clock';
import type { MomentFacts, OpportunityFacts } from '#core/opportunity/facts';
import { AppError } from '#contract/app-error';
import type { OpportunityChanged } from '#contract/opportunity';
import type { ProblemCode } from '#contract/problem';
import type { NewEvent } from '#db/event';
import type { ChangedRecord } from '#db/change';
import type { ImportantDayRow } from '#db/important-day';
import { daysBefore } from '#db/relationship-image';
import { findView } from '#db/opportunity-view';
import { type PersonRow, updatePerson } from '#db/person';
import { inWorkspace, type Tx } from '#db/transaction';
import type { Context } from '../context.ts';
import { fillRoom } from '../pace/fill-room.ts';
import { refuseRestricted } from '../rights/refuse-restricted.ts';
import { type LoadedOpportunity, loadOpportunity } from './load-opportunity.ts';
import { eventAbout, recordChange, writeOpportunity } from './write-change.ts';

/** `moments`: all of them with their new numbers, when the change renumbers. */
type Decision =
  | { kind: 'changed'; opportunity: OpportunityFacts; moments?: readonly MomentFacts[] }
  | { kind: 'refused'; code: ProblemCode };

/** What may be done with one whose person is restricted: it ends, or another member keeps it. */
const whileRestricted: ReadonlySet<string> = new Set(['opportunity.stopped', 'opportunity.handed_over']);

/** What a decision says about itself in the history. */
export type EventOf = (after: OpportunityFacts, loaded: LoadedOpportunity) => Parameters<typeof eventAbout>[2][];

export type OpportunityChange = {
  kind: string;
  version?: number | undefined;
  decide: (loaded: LoadedOpportunity, tx: Tx) => Decision | Promise<Decision>;
  events?: EventOf;
  /** What it makes of the person, who is written only when something is answered. */
  person?: (person: PersonRow, loaded: LoadedOpportunity) => Parameters<typeof updatePerson>[2] | null;
  /** Days of the person that go to another member, as they were; the person is written then too. */
  days?: (person: PersonRow, loaded: LoadedOpportunity, tx: Tx) => Promise<ImportantDayRow[]>;
};

/**
 * The way of every change to one opportunity: lock, load, decide, write with counters, events and an image for undo.
 * `decide` may read more in the same transaction.
 */
export function changeOpportunity(
  context: Context,
  opportunityId: string,
  change: OpportunityChange,
): Promise<OpportunityChanged> {
  return inWorkspace(context.databases, context.actor.workspaceId, (tx) =>
    changeOpportunityIn(tx, context, opportunityId, change),
  );
}

/** The same as a part of more. */
export async function changeOpportunityIn(
  tx: Tx,
  context: Context,
  opportunityId: string,
  change: OpportunityChange,
): Promise<OpportunityChanged> {
  const loaded = await loadOpportunity(tx, opportunityId, context, change.version);
  if (!whileRestricted.has(change.kind)) refuseRestricted(loaded.person);
  const decision = await change.decide(loaded, tx);
  if (decision.kind === 'refused') {
    throw new AppError(decision.code, {
      at: 'opportunity',
      facts: { opportunity: await findView(tx, opportunityId, clockAt(context.now())) },
    });
  }
  const after = decision.opportunity;
  const events: NewEvent[] = (change.events?.(after, loaded) ?? []).map((event) => eventAbout(context, after, event));
  const version = await writeOpportunity(tx, loaded, after, {
    events,
    ...(decision.moments && { moments: decision.moments }),
  });
  const days = loaded.person ? ((await change.days?.(loaded.person, loaded, tx)) ?? []) : [];
  const ofPerson = loaded.person && (change.person?.(loaded.person, loaded) ?? (days.length > 0 ? {} : null));
  const persons: ChangedRecord[] =
    loaded.person && ofPerson
      ? [{ type: 'person', id: loaded.person.id, version: await updatePerson(tx, loaded.person.id, ofPerson) }]
      : [];
  const changeId = await recordChange(
    tx,
    context,
    change.kind,
    {
      opportunities: [{ ...loaded.row }],
      persons: loaded.person && ofPerson ? [{ ...loaded.person }] : [],
      ...(days.length > 0 && { relationship: daysBefore(days) }),
      made: { events: events.map((e) => e.id) },
    },
    [{ type: 'opportunity', id: after.id, version }, ...persons],
  );
  // Ended, or handed over: whoever worked it has room.
  const isLeft = after.state !== 'open' || after.assigneeId !== loaded.opportunity.assigneeId;
  if (loaded.opportunity.state === 'open' && isLeft) await fillRoom(tx, context, loaded.surroundings);
  const opportunity = await findView(tx, after.id, clockAt(context.now()));
  if (!opportunity) throw new AppError('not_found', { at: 'opportunity' });
  return { opportunity, changeId };
}
