import { AppError } from '#contract/app-error';
import type { CreateSavedView, SavedView, SavedViewList, UpdateSavedView } from '#contract/list';
import {
  countSavedViews,
  deleteSavedView,
  insertSavedView,
  lockSavedView,
  type SavedViewRow,
  savedViewsOf,
  updateSavedView,
} from '#db/saved-view';
import { inWorkspace, type Tx } from '#db/transaction';
import type { Context } from '../context.ts';

/** More is no help in finding anything. */
const mostViews = 50;

/** Words that are looked for name people: they are no part of how a list is narrowed. */
const withoutWords = ({ q: _, ...query }: Readonly<Record<string, string>>) => query;

const viewFor = (row: SavedViewRow, memberId: string): SavedView => ({
  id: row.id,
  version: row.version,
  name: row.name,
  shared: row.shared,
  mine: row.member_id === memberId,
  query: row.query,
});

export async function listSavedViews({ databases, actor }: Context): Promise<SavedViewList> {
  return inWorkspace(
    databases,
    actor.workspaceId,
    async (tx) => ({ items: (await savedViewsOf(tx, actor.memberId)).map((row) => viewFor(row, actor.memberId)) }),
    { readOnly: true },
  );
}

export async function createSavedView(
  { databases, actor, newId, now }: Context,
  input: CreateSavedView,
): Promise<SavedView> {
  return inWorkspace(databases, actor.workspaceId, async (tx) => {
    if ((await countSavedViews(tx, actor.memberId)) >= mostViews)
      throw new AppError('too_many_at_once', { at: 'name', detail: `At most ${mostViews} saved views each.` });
    const row = await insertSavedView(tx, {
      id: newId(),
      memberId: actor.memberId,
      name: input.name.trim(),
      shared: input.shared ?? false,
      query: withoutWords(input.query),
      at: now(),
    });
    return viewFor(row, actor.memberId);
  });
}

export async function changeSavedView(context: Context, id: string, input: UpdateSavedView): Promise<SavedView> {
  const { databases, actor } = context;
  return inWorkspace(databases, actor.workspaceId, async (tx) => {
    const row = await mine(tx, context, id);
    if (row.version !== input.version) throw new AppError('version_conflict', { facts: { version: row.version } });
    const changed = await updateSavedView(tx, id, {
      ...(input.name !== undefined && { name: input.name.trim() }),
      ...(input.shared !== undefined && { shared: input.shared }),
      ...(input.query !== undefined && { query: withoutWords(input.query) }),
    });
    return viewFor(changed, actor.memberId);
  });
}

export async function removeSavedView(context: Context, id: string): Promise<void> {
  await inWorkspace(context.databases, context.actor.workspaceId, async (tx) => {
    await mine(tx, context, id);
    await deleteSavedView(tx, id);
  });
}

/** Whoever made a view changes it; who shares it with others keeps it theirs. */
async function mine(tx: Tx, { actor }: Context, id: string): Promise<SavedViewRow> {
  const row = await lockSavedView(tx, id);
  if (!row || (row.member_id !== actor.memberId && !row.shared)) throw new AppError('not_found', { at: 'view' });
  if (row.member_id !== actor.memberId)
    throw new AppError('forbidden', { at: 'view', detail: 'Who made it changes it.' });
  return row;
}
