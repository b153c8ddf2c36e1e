import { clockAt } from '#core/permission/clock';
import { organisationKey } from '#core/import/name-key';
import { AppError } from '#contract/app-error';
import type { CreateOrganisation, Organisation, OrganisationPage, UpdateOrganisation } from '#contract/person';
import { selectViews, toView } from '#db/opportunity-view';
import {
  findOrganisation,
  listOrganisations as loadOrganisations,
  personsOfOrganisation,
  type OrganisationRow,
  updateOrganisation as writeOrganisation,
} from '#db/organisation';
import { hitsOfOrganisation } from '#db/person-hit';
import { inWorkspace, type Tx } from '#db/transaction';
import type { Context } from '../context.ts';
import { addressColumns, addressOf } from '../person/person-fields.ts';
import { refreshSearch } from '../person/refresh-search.ts';
import { findOrMakeOrganisation } from './find-or-make-organisation.ts';

const most = 50;
const inside = <T>(context: Context, work: (tx: Tx) => Promise<T>) =>
  inWorkspace(context.databases, context.actor.workspaceId, work);
export const toOrganisationView = (row: OrganisationRow): Organisation => ({
  id: row.id,
  version: row.version,
  name: row.name,
  legalForm: row.legal_form,
  ...addressOf(row),
  createdAt: row.created_at.toISOString(),
});

async function found(tx: Tx, id: string): Promise<OrganisationRow> {
  const row = await findOrganisation(tx, id);
  if (!row) throw new AppError('not_found', { at: 'organisation' });
  return row;
}

export function listOrganisations(context: Context, q: string): Promise<{ items: Organisation[]; nextCursor: null }> {
  return inside(context, async (tx) => ({
    items: (await loadOrganisations(tx, q ? organisationKey(q) : '', most, null)).map(toOrganisationView),
    nextCursor: null,
  }));
}

export function getOrganisationPage(context: Context, id: string): Promise<OrganisationPage> {
  return inside(context, async (tx) => {
    const [row, persons, opportunities] = await Promise.all([
      found(tx, id),
      hitsOfOrganisation(tx, id),
      selectViews(tx).where('o.organisation_id', '=', id).orderBy('o.created_on', 'desc').limit(100).execute(),
    ]);
    return {
      organisation: toOrganisationView(row),
      persons,
      opportunities: opportunities.map((one) => toView(one, clockAt(context.now()))),
    };
  });
}

export function createOrganisation(context: Context, input: CreateOrganisation): Promise<Organisation> {
  return inside(context, async (tx) => {
    const { id } = await findOrMakeOrganisation(tx, context, input.name);
    if (input.legalForm) await writeOrganisation(tx, id, { legal_form: input.legalForm });
    return toOrganisationView(await found(tx, id));
  });
}

export function updateOrganisation(context: Context, id: string, input: UpdateOrganisation): Promise<Organisation> {
  return inside(context, async (tx) => {
    const row = await found(tx, id);
    if (row.version !== input.version) throw new AppError('version_conflict', { facts: { version: row.version } });
    await writeOrganisation(tx, id, {
      ...(input.name !== undefined && { name: input.name.trim(), name_key: organisationKey(input.name) }),
      ...(input.legalForm && { legal_form: input.legalForm }),
      ...addressColumns(input, row),
      ...(input.country !== undefined && { country: input.country }),
    });
    if (input.name !== undefined) await refreshSearch(tx, await personsOfOrganisation(tx, id));
    return toOrganisationView(await found(tx, id));
  });
}
