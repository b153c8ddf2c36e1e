import { isPlace } from '#core/person/postal-address';
import { AppError } from '#contract/app-error';
import type { MergeOrganisation, OrganisationMerged } from '#contract/duplicate';
import {
  deleteOrganisation,
  lockOrganisations,
  type MergedOrganisation,
  moveToOrganisation,
  unmergeOrganisation,
} from '#db/merge-organisation';
import { lockOpportunities } from '#db/opportunity';
import { personsOfOrganisation, updateOrganisation } from '#db/organisation';
import { inWorkspace, type Tx } from '#db/transaction';
import type { Context } from '../context.ts';
import { recordChange } from '../opportunity/write-change.ts';
import { addressOf } from '../person/person-fields.ts';
import { refreshSearch } from '../person/refresh-search.ts';

/** The other one disappears into this one with its people and opportunities. Can be undone. */
export async function mergeOrganisation(
  context: Context,
  id: string,
  { otherId, take = [] }: MergeOrganisation,
): Promise<OrganisationMerged> {
  if (id === otherId) throw new AppError('merge_self', { at: 'otherId' });
  return inWorkspace(context.databases, context.actor.workspaceId, async (tx) => {
    const rows = await lockOrganisations(tx, [id, otherId]);
    const into = rows.find((row) => row.id === id);
    const from = rows.find((row) => row.id === otherId);
    if (!into || !from) throw new AppError('not_found', { at: into ? 'otherId' : 'organisation' });
    const moved = await moveToOrganisation(tx, otherId, id);
    await deleteOrganisation(tx, otherId);
    const name = take.includes('name') ? from : into;
    const form = take.includes('legalForm') || into.legal_form === 'unknown' ? from.legal_form : into.legal_form;
    const version = await updateOrganisation(tx, id, {
      name: name.name,
      name_key: name.name_key,
      legal_form: form,
      ...addressOf(isPlace(into) ? into : from),
    });
    const versions = await lockOpportunities(tx, moved.opportunities);
    const changeId = await recordChange(
      tx,
      context,
      'organisation.merged',
      { mergedOrganisation: { ...moved, from: { ...from }, into: { ...into } } },
      [
        { type: 'organisation', id, version },
        ...versions.map((row) => ({ type: 'opportunity' as const, id: row.id, version: row.version })),
      ],
    );
    await refreshSearch(tx, await personsOfOrganisation(tx, id));
    return {
      id,
      version,
      name: name.name,
      legalForm: form,
      ...addressOf(isPlace(into) ? into : from),
      createdAt: into.created_at.toISOString(),
      changeId,
    };
  });
}

/** Answers the persons who are found by other words now. */
export async function undoMergedOrganisation(tx: Tx, merged: MergedOrganisation): Promise<string[]> {
  const back = await unmergeOrganisation(tx, merged);
  return [...new Set([...back, ...(await personsOfOrganisation(tx, String(merged.into['id'])))])];
}
