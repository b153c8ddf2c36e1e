import { replanned } from '#core/opportunity/replanned';
import type { ChangedRecord } from '#db/change';
import { lockOpportunitiesOfPerson } from '#db/opportunity';
import type { Tx } from '#db/transaction';
import type { Context } from '../context.ts';
import { withHistory } from '../opportunity/load-opportunity.ts';
import { eventAbout, writeOpportunity } from '../opportunity/write-change.ts';

export type Replanned = { images: Record<string, unknown>[]; events: string[]; records: ChangedRecord[] };

/** After what may be used with a person has changed: no next moment stays on a channel that is blocked now. */
export async function replanForPermission(
  tx: Tx,
  context: Context,
  personId: string,
  options: { waitingToo: boolean; exceptId?: string },
): Promise<Replanned> {
  const done: Replanned = { images: [], events: [], records: [] };
  for (const row of await lockOpportunitiesOfPerson(tx, personId)) {
    if (row.state !== 'open' || row.id === options.exceptId) continue;
    const loaded = await withHistory(tx, row, context.now());
    const after = replanned(loaded.opportunity, loaded.moments, loaded.planning, options.waitingToo);
    if (!after) continue;
    const event = eventAbout(context, after, {
      kind: 'planned',
      happened_on: loaded.planning.today,
      reason: 'permission',
      channel: after.next?.channel ?? null,
      next_on: after.next?.on ?? null,
    });
    const version = await writeOpportunity(tx, loaded, after, { events: [event] });
    done.images.push({ ...row });
    done.events.push(event.id);
    done.records.push({ type: 'opportunity', id: row.id, version });
  }
  return done;
}
