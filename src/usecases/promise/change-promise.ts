import { AppError } from '#contract/app-error';
import type { Removed } from '#contract/outlook';
import type { CreatePromise, Promise_, PromiseChanged, UpdatePromise } from '#contract/person';
import { findOpportunity } from '#db/opportunity';
import { findPerson } from '#db/person';
import {
  deletePromises,
  findPromise,
  insertPromise,
  lockPromises,
  type PromiseRow,
  promisesOfPerson,
  updatePromise as writePromise,
} from '#db/promise';
import { inWorkspace, type Tx } from '#db/transaction';
import type { Context } from '../context.ts';
import { recordChange } from '../opportunity/write-change.ts';
import { dayFrom, loadSurroundings } from '../surroundings.ts';
import { toPromiseView } from './promise-view.ts';

const inside = <T>(context: Context, work: (tx: Tx) => Promise<T>) =>
  inWorkspace(context.databases, context.actor.workspaceId, work);

async function view(tx: Tx, id: string): Promise<Promise_> {
  return toPromiseView(await rowOf(tx, id));
}

export function listPromises(context: Context, personId: string): Promise<Promise_[]> {
  return inside(context, async (tx) => {
    if (!(await findPerson(tx, personId))) throw new AppError('not_found', { at: 'person' });
    return (await promisesOfPerson(tx, personId)).map(toPromiseView);
  });
}

export function createPromise(context: Context, personId: string, input: CreatePromise): Promise<PromiseChanged> {
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
    const promise = await view(tx, id);
    const changeId = await recordChange(tx, context, 'promise.made', { made: { promises: [id] } }, [
      { type: 'promise', id, version: promise.version },
    ]);
    return { ...promise, changeId };
  });
}

/** Kept, broken, or another day; a later day counts as put off. Can be taken back. */
export function updatePromise(context: Context, id: string, input: UpdatePromise): Promise<PromiseChanged> {
  return inside(context, async (tx) => {
    await lockPromises(tx, [id]);
    const before = await rowOf(tx, id);
    if (before.version !== input.version)
      throw new AppError('version_conflict', { facts: { version: before.version } });
    const { today } = await loadSurroundings(tx, context.actor.memberId, context.now());
    const dueOn = input.dueOn === undefined ? before.due_on : dayFrom(input.dueOn, 'dueOn');
    const state = input.state ?? before.state;
    await writePromise(tx, id, {
      ...(input.text !== undefined && { text: input.text.trim() }),
      due_on: dueOn,
      state,
      moved: before.moved + (state === 'open' && dueOn > before.due_on ? 1 : 0),
      settled_on: state === 'open' ? null : state === before.state ? before.settled_on : today,
    });
    const promise = await view(tx, id);
    const changeId = await recordChange(tx, context, 'promise.changed', { promises: [imageOf(before)] }, [
      { type: 'promise', id, version: promise.version },
    ]);
    return { ...promise, changeId };
  });
}

export function deletePromise(context: Context, id: string): Promise<Removed> {
  return inside(context, async (tx) => {
    const before = await rowOf(tx, id);
    await deletePromises(tx, [id]);
    const changeId = await recordChange(tx, context, 'promise.removed', { promises: [imageOf(before)] }, [
      { type: 'promise', id, version: 0 },
    ]);
    return { changeId };
  });
}

async function rowOf(tx: Tx, id: string): Promise<PromiseRow> {
  const row = await findPromise(tx, id);
  if (!row) throw new AppError('not_found', { at: 'promise' });
  return row;
}

const imageOf = ({ member_name: _, ...row }: PromiseRow): Record<string, unknown> => row;
