import { purposeNow } from '#core/opportunity/contact-about';
import { clockAt } from '#core/permission/clock';
import { offeredChannels } from '#core/permission/offered-channels';
import { reachableChannels } from '#core/permission/reachable-channels';
import { AppError } from '#contract/app-error';
import type { AnswerBasis, BasisAnswered, BasisPreview, BasisQuery } from '#contract/permission';
import { findImport } from '#db/import';
import { lockOpportunitiesOfPersons } from '#db/opportunity';
import { lockPersons, type PersonRow, updatePerson } from '#db/person';
import { countUnverified, unverifiedPersons } from '#db/unverified';
import { inWorkspace, type Tx } from '#db/transaction';
import { loadWorkspace } from '#db/workspace';
import type { Context } from '../context.ts';
import { recordChange } from '../opportunity/write-change.ts';
import { personContact } from './person-contact.ts';
import { type Replanned, replanForPermission } from './replan.ts';

/** What one step answers at most: undo stays one image, and the screen goes on with the rest. */
const atOnce = 200;
const examples = 3;

/** What an answer would do to those of whom nobody said where they are known from (definition 20), before it is given. */
export async function previewBasis(context: Context, query: BasisQuery): Promise<BasisPreview> {
  return inWorkspace(
    context.databases,
    context.actor.workspaceId,
    async (tx) => {
      const importId = query.importId ?? null;
      const [count, persons] = await Promise.all([
        countUnverified(tx, importId),
        unverifiedPersons(tx, importId, atOnce),
      ]);
      return {
        count,
        atOnce,
        offeredNow: await offeredTo(tx, context, persons),
        offeredThen: await offeredTo(
          tx,
          context,
          persons.map((person) => answered(person, query)),
        ),
        examples: persons.slice(0, examples).map(({ id, name }) => ({ id, name })),
      };
    },
    { readOnly: true },
  );
}

const answered = (person: PersonRow, answer: BasisQuery): PersonRow => ({
  ...person,
  basis: answer.basis ?? person.basis,
  legal_form: answer.legalForm ?? person.legal_form,
});

/** How many of them have a channel that may be used. */
async function offeredTo(tx: Tx, context: Context, persons: readonly PersonRow[]): Promise<number> {
  const workspace = await loadWorkspace(tx);
  const clock = clockAt(context.now());
  let count = 0;
  for (const person of persons) {
    const { facts } = await personContact(tx, person, workspace);
    if (offeredChannels(facts, reachableChannels(person), purposeNow(facts, clock), clock).length > 0) count += 1;
  }
  return count;
}

/** Answers for many at once, in one undoable change; their next moments get the channels that may be used now. */
export async function answerBasis(context: Context, answer: AnswerBasis): Promise<BasisAnswered> {
  return inWorkspace(context.databases, context.actor.workspaceId, async (tx) => {
    const importId = answer.importId ?? null;
    if (importId !== null && !(await findImport(tx, importId))) throw new AppError('not_found', { at: 'importId' });
    const ids = (await unverifiedPersons(tx, importId, atOnce)).map((person) => person.id);
    await lockOpportunitiesOfPersons(tx, ids);
    const persons = (await lockPersons(tx, ids)).filter((person) => person.basis === 'unverified');
    if (persons.length === 0) return { changed: 0, left: 0, changeId: null };
    const images: Record<string, unknown>[] = [];
    const records = [];
    const moved: Omit<Replanned, 'records'> = { images: [], events: [] };
    for (const person of persons) {
      const { basis, legal_form } = answered(person, answer);
      const version = await updatePerson(tx, person.id, { basis, legal_form });
      images.push({ ...person });
      records.push({ type: 'person' as const, id: person.id, version });
      const next = await replanForPermission(tx, context, person.id, { waitingToo: true });
      moved.images.push(...next.images);
      moved.events.push(...next.events);
      records.push(...next.records);
    }
    const changeId = await recordChange(
      tx,
      context,
      'basis.answered',
      { persons: images, opportunities: moved.images, made: { events: moved.events } },
      records,
    );
    return { changed: persons.length, left: await countUnverified(tx, importId), changeId };
  });
}
