import { AppError } from '#contract/app-error';
import { lockPerson, type PersonRow, updatePerson } from '#db/person';
import { inWorkspace, type Tx } from '#db/transaction';
import type { RelationshipImage } from '#db/relationship-image';
import type { Context } from '../context.ts';
import { recordChange } from '../opportunity/write-change.ts';

/** What a change did, and what was there before. */
type Done<T> = { out: T; kind: string; image: Partial<RelationshipImage>; person?: Parameters<typeof updatePerson>[2] };

/**
 * A change to what belongs to a person (days, tags, who knows whom): the person is locked and gets a newer version, so that it is taken back
 * as any change to them (definition 16).
 */
export async function changeRelationship<T>(
  context: Context,
  personId: string,
  version: number | null,
  work: (tx: Tx, person: PersonRow) => Promise<Done<T>>,
): Promise<{ out: T; changeId: string }> {
  return inWorkspace(context.databases, context.actor.workspaceId, async (tx) => {
    const row = await lockPerson(tx, personId);
    if (!row) throw new AppError('not_found', { at: 'person' });
    if (version !== null && version !== row.version)
      throw new AppError('version_conflict', { facts: { version: row.version } });
    const { out, kind, image, person } = await work(tx, row);
    const left = await updatePerson(tx, personId, person ?? {});
    const changeId = await recordChange(
      tx,
      context,
      kind,
      {
        persons: [{ ...row }],
        relationship: { days: [], connections: [], madeDays: [], madeConnections: [], ...image },
      },
      [{ type: 'person', id: personId, version: left }],
    );
    return { out, changeId };
  });
}
