import { AppError } from '#contract/app-error';
import type { Connection, ConnectionChanged, CreateConnection, RelationshipChanged } from '#contract/relationship';
import {
  broughtBy,
  type ConnectionView,
  connectionsOf,
  deleteConnections,
  findConnection,
  insertConnection,
} from '#db/connection';
import { findPerson } from '#db/person';
import { inWorkspace } from '#db/transaction';
import type { Context } from '../context.ts';
import { changeRelationship } from './change-aggregate.ts';

/** As seen from this person. */
export function toConnection(row: ConnectionView, personId: string): Connection {
  const isFirst = row.person_id === personId;
  return {
    id: row.id,
    kind: row.kind === 'knows' ? 'knows' : isFirst ? 'brought' : 'brought_by',
    person: isFirst ? { id: row.other_id, name: row.other_name } : { id: row.person_id, name: row.person_name },
    note: row.note,
  };
}

/** Who brought whom, or who knows whom. Somebody is brought by one person; a circle is refused. */
export async function addConnection(
  context: Context,
  personId: string,
  wish: CreateConnection,
): Promise<ConnectionChanged> {
  if (wish.personId === personId)
    throw new AppError('connection_impossible', { at: 'personId', detail: 'Nobody knows or brings themselves.' });
  const { out, changeId } = await changeRelationship(context, personId, null, async (tx) => {
    if (!(await findPerson(tx, wish.personId))) throw new AppError('not_found', { at: 'personId' });
    const [first, second] = wish.kind === 'brought_by' ? [wish.personId, personId] : [personId, wish.personId];
    const knows = wish.kind === 'knows';
    if (!knows && (await broughtBy(tx, first, second)))
      throw new AppError('connection_impossible', {
        at: 'personId',
        detail: 'They were brought by this person themselves.',
      });
    const id = context.newId();
    const made = await insertConnection(tx, {
      id,
      person_id: knows && second < first ? second : first,
      other_id: knows && second < first ? first : second,
      kind: knows ? 'knows' : 'introduced',
      note: wish.note?.trim() || null,
      created_at: context.now(),
    });
    if (!made)
      throw new AppError('connection_impossible', {
        at: 'personId',
        detail: 'That is known already, or somebody else brought them.',
      });
    const row = (await connectionsOf(tx, personId)).find((one) => one.id === id);
    if (!row) throw new Error('the connection just made is not there');
    return { out: toConnection(row, personId), kind: 'connection.added', image: { madeConnections: [id] } };
  });
  return { connection: out, changeId };
}

export async function removeConnection(context: Context, id: string): Promise<RelationshipChanged> {
  const row = await inWorkspace(context.databases, context.actor.workspaceId, (tx) => findConnection(tx, id), {
    readOnly: true,
  });
  if (!row) throw new AppError('not_found', { at: 'connection' });
  const { changeId } = await changeRelationship(context, row.person_id, null, async (tx) => {
    const before = await findConnection(tx, id);
    if (!before) throw new AppError('not_found', { at: 'connection' });
    await deleteConnections(tx, [id]);
    return { out: null, kind: 'connection.removed', image: { connections: [{ ...before }] } };
  });
  return { changeId };
}
