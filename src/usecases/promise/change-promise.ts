import { AppError } from '#contract/app-error';
import type { CreatePromise, Promise_, UpdatePromise } from '#contract/person';
import { findOpportunity } from '#db/opportunity';
import { findPerson } from '#db/person';
import {
  deletePromises,
  findPromise,
  insertPromise,
  promisesOfPerson,
  updatePromise as writePromise,
} from '#db/promise';
import { inWorkspace, type Tx } from '#db/transaction';
import type { Context } from '../context.ts';
import { dayFrom } from '../surroundings.ts';
import { toPromiseView } from './promise-view.ts';

const inside = <T>(context: Context, work: (tx: Tx) => Promise<T>) =>
  inWorkspace(context.databases, context.actor.workspaceId, work);

async function view(tx: Tx, id: string): Promise<Promise_> {
  const row = await findPromise(tx, id);
  if (!row) throw new AppError('not_found', { at: 'promise' });
  return toPromiseView(row);
}

export function listPromises(context: Context, personId: string): Promise<Promise_[]> {
  return inside(context, async (tx) => {
    if (!(await findPerson(tx, personId))) throw new AppError('not_found', { at: 'person' });
    return (await promisesOfPerson(tx, personId)).map(toPromiseView);
  });
}

export function createPromise(context: Context, personId: string, input: CreatePromise): Promise<Promise_> {
  return inside(context, async (tx) => {
    if (!(await findPerson(tx, personId))) throw new AppError('not_found', { at: 'person' });
    if (input.opportunityId && (await findOpportunity(tx, input.opportunityId))?.person_id !== personId) {
      throw new AppError('not_found', { at: 'opportunityId' });
    }
    const id = context.newId();
    await insertPromise(tx, {
      id,
      person_id: personId,
      opportunity_id: input.opportunityId ?? null,
      member_id: context.actor.memberId,
      promised_by: input.by,
      text: input.text.trim(),
      due_on: dayFrom(input.dueOn, 'dueOn'),
      created_at: context.now(),
    });
    return view(tx, id);
  });
}

export function updatePromise(context: Context, id: string, input: UpdatePromise): Promise<Promise_> {
  return inside(context, async (tx) => {
    const before = await view(tx, id);
    if (before.version !== input.version)
      throw new AppError('version_conflict', { facts: { version: before.version } });
    await writePromise(tx, id, {
      ...(input.text !== undefined && { text: input.text.trim() }),
      ...(input.dueOn !== undefined && { due_on: dayFrom(input.dueOn, 'dueOn') }),
      ...(input.state !== undefined && { state: input.state }),
    });
    return view(tx, id);
  });
}

export function deletePromise(context: Context, id: string): Promise<void> {
  return inside(context, async (tx) => {
    await view(tx, id);
    await deletePromises(tx, [id]);
  });
}
