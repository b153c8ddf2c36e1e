import { sql } from 'kysely';
import type { Opportunity } from '#contract/opportunity';
import { toFacts, type OpportunityRow } from './opportunity.ts';
import type { Tx } from './transaction.ts';

type Joined = OpportunityRow & {
  person_name: string | null;
  person_phone: string | null;
  person_email: string | null;
  person_linkedin: string | null;
  person_good: string | null;
  person_objected: string | null;
  person_restricted: string | null;
  organisation_name: string | null;
  assignee_name: string;
  currency: string;
};

/** Opportunities as the API shows them, with the names they need: one statement. Other repositories add where and order. */
export function selectViews(tx: Tx) {
  return (
    tx.db
      .selectFrom('opportunity as o')
      .leftJoin('person as p', (join) =>
        join.onRef('p.workspace_id', '=', 'o.workspace_id').onRef('p.id', '=', 'o.person_id'),
      )
      .leftJoin('organisation as g', (join) =>
        join.onRef('g.workspace_id', '=', 'o.workspace_id').onRef('g.id', '=', 'o.organisation_id'),
      )
      .selectAll('o')
      .select([
        'p.name as person_name',
        'p.phone as person_phone',
        'p.email as person_email',
        'p.linkedin as person_linkedin',
        'p.good_to_know as person_good',
        'p.objected_on as person_objected',
        'p.restricted_on as person_restricted',
        'g.name as organisation_name',
      ])
      // Not joined: five tables to order make planning as dear as reading.
      .select([
        sql<string>`(select a.name from member a where a.workspace_id = o.workspace_id and a.id = o.assignee_id)`.as(
          'assignee_name',
        ),
        sql<string>`(select w.currency from workspace w where w.id = ${tx.workspaceId})`.as('currency'),
      ])
      .where('o.workspace_id', '=', tx.workspaceId)
  );
}

export function toView(row: Joined): Opportunity {
  const facts = toFacts(row);
  return {
    id: facts.id,
    version: row.version,
    title: facts.title,
    state: facts.state,
    stop: facts.stop,
    person:
      facts.personId && row.person_name
        ? {
            id: facts.personId,
            name: row.person_name,
            phone: row.person_phone,
            email: row.person_email,
            linkedin: row.person_linkedin,
            goodToKnow: row.person_good,
            objected: row.person_objected !== null,
            restricted: row.person_restricted !== null,
          }
        : null,
    organisation:
      facts.organisationId && row.organisation_name ? { id: facts.organisationId, name: row.organisation_name } : null,
    assignee: { id: facts.assigneeId, name: row.assignee_name },
    value: facts.value,
    currency: row.currency,
    held: facts.held,
    openingHeld: facts.openingHeld,
    heldKnown: facts.heldKnown,
    conversations: facts.conversations,
    warmth: facts.warmth,
    pace: facts.pace,
    keen: facts.keen,
    source: facts.source,
    nextMoment: facts.next && { ...facts.next, at: facts.next.at?.toISOString() ?? null, number: facts.held + 1 },
    last: facts.last && { ...facts.last, note: facts.lastWords },
    lastWords: facts.lastWords,
    waitingSince: facts.waitingSince?.toISOString() ?? null,
    pin: facts.pin,
    toComplete: facts.toComplete,
    createdOn: facts.createdOn,
    endedOn: facts.endedOn,
    recurring: facts.recurring,
    quote: facts.quote,
    payment: facts.payment,
  };
}

export async function findView(tx: Tx, id: string): Promise<Opportunity | undefined> {
  const row = await selectViews(tx).where('o.id', '=', id).executeTakeFirst();
  return row && toView(row);
}

/** The rows with these ids, in any order. */
export async function viewRows(tx: Tx, ids: readonly string[]): Promise<Joined[]> {
  if (ids.length === 0) return [];
  return selectViews(tx)
    .where(sql<boolean>`o.id = any(${[...ids]}::uuid[])`)
    .execute();
}

/** In the order of the ids; ids that are gone are left out. */
export async function viewsOf(tx: Tx, ids: readonly string[]): Promise<Opportunity[]> {
  const rows = await viewRows(tx, ids);
  const byId = new Map(rows.map((row) => [row.id, toView(row)]));
  return ids.flatMap((id) => byId.get(id) ?? []);
}
