import { stopOpportunity } from '#core/opportunity/change-state';
import type { ChangedRecord } from '#db/change';
import { lockOpportunitiesOfPerson } from '#db/opportunity';
import type { Tx } from '#db/transaction';
import type { Context } from '../context.ts';
import { blockWaitingMail } from '../outbox/block-waiting.ts';
import type { Surroundings } from '../surroundings.ts';
import { withHistory } from './load-opportunity.ts';
import { eventAbout, writeOpportunity } from './write-change.ts';

/** `left`: whose hours have room by it, for fillRooms once the change is recorded; `blockedMail`: what waited for them and goes no more. */
export type StoppedForObjection = {
  images: Record<string, unknown>[];
  events: string[];
  records: ChangedRecord[];
  left: Surroundings[];
  blockedMail: string[];
};

/**
 * An objection on the person: their open opportunities stop as `own_stop`, and all of them leave ranking, Revive and still-to-gain
 * (definitions 2 and 20); mail that waits for them is blocked. The person is written already, and so is the opportunity whose moment said so
 * (`exceptId`).
 */
export async function stopForObjection(
  tx: Tx,
  context: Context,
  personId: string,
  exceptId: string | null,
): Promise<StoppedForObjection> {
  const images: Record<string, unknown>[] = [];
  const eventIds: string[] = [];
  const records: ChangedRecord[] = [];
  const left = new Map<string, Surroundings>();
  for (const row of await lockOpportunitiesOfPerson(tx, personId)) {
    // One of a restricted person is out of ranking already, and open all the same.
    if (row.id === exceptId || (row.objected && row.state !== 'open')) continue;
    const loaded = await withHistory(tx, row, context.now());
    const on = loaded.planning.today;
    const stopped = stopOpportunity(loaded.opportunity, { saidNo: false, reason: 'objection', note: null, on });
    const after = { ...(stopped.kind === 'changed' ? stopped.opportunity : loaded.opportunity), objected: true };
    const events =
      stopped.kind === 'changed'
        ? [eventAbout(context, after, { kind: 'stopped', happened_on: on, stop_kind: 'own_stop', reason: 'objection' })]
        : [];
    const version = await writeOpportunity(tx, loaded, after, { events });
    if (stopped.kind === 'changed') left.set(row.assignee_id, loaded.surroundings);
    images.push({ ...row });
    eventIds.push(...events.map((e) => e.id));
    records.push({ type: 'opportunity', id: row.id, version });
  }
  const blockedMail = await blockWaitingMail(tx, context, personId);
  return { images, events: eventIds, records, left: [...left.values()], blockedMail };
}
