import { sql } from 'kysely';
import type { Clock } from '#core/permission/clock';
import type { Opportunity } from '#contract/opportunity';
import { selectViews, toView } from './opportunity-view.ts';
import type { Tx } from './transaction.ts';

export type ListSort = 'next' | 'name' | 'newest' | 'value';
export type ListFilter = {
  state: 'open' | 'won' | 'stopped' | null;
  assigneeId: string | null;
  source: string | null;
  toComplete: boolean;
  /** Open with a next moment before this day. */
  nextBefore: string | null;
  /** Of these persons, or with a title or organisation like this; null: no search. */
  search: { personIds: readonly string[]; folded: string } | null;
};
/** Where the last page ended: what it was sorted by, and the id. */
export type ListCursor = { key: string | number; id: string };

/** What a row is sorted by, as SQL that an index can walk, and its direction. */
const sorts = {
  next: { key: sql<string | number>`o.next_on`, cast: 'date', down: false },
  newest: { key: sql<string | number>`o.created_on`, cast: 'date', down: true },
  value: { key: sql<string | number>`coalesce(o.value, -1)`, cast: 'bigint', down: true },
  name: { key: sql<string | number>`coalesce(p.sort_key, o.title)`, cast: 'text', down: false },
} satisfies Record<ListSort, unknown>;

export async function listOpportunityViews(
  tx: Tx,
  filter: ListFilter,
  sort: ListSort,
  limit: number,
  after: ListCursor | null,
  clock: Clock,
): Promise<{ items: Opportunity[]; next: ListCursor | null }> {
  const { key, cast, down } = sorts[sort];
  // Of who is erased only the counts are left (0017).
  let query = selectViews(tx).select(key.as('sort_value')).where('o.erased_on', 'is', null);
  if (filter.state) query = query.where('o.state', '=', filter.state);
  if (sort === 'next') query = query.where('o.next_on', 'is not', null);
  if (filter.assigneeId) query = query.where('o.assignee_id', '=', filter.assigneeId);
  if (filter.source !== null) query = query.where('o.source', '=', filter.source);
  if (filter.toComplete) query = query.where('o.to_complete', '=', true);
  if (filter.nextBefore)
    query = query.where('o.state', '=', 'open').where(sql<boolean>`o.next_on < ${filter.nextBefore}::date`);
  if (filter.search) {
    const { personIds, folded } = filter.search;
    query = query.where(sql<boolean>`(o.person_id = any(${personIds}::uuid[]) or o.organisation_id in (
      select id from organisation where workspace_id = ${tx.workspaceId} and name_key like ${`${folded.replaceAll(/[\\%_]/g, '\\$&')}%`} limit 200))`);
  }
  if (after) {
    const place = sql`(${key}, o.id)`;
    const last = sql`(${String(after.key)}::text::${sql.raw(cast)}, ${after.id}::uuid)`;
    query = query.where(down ? sql<boolean>`${place} < ${last}` : sql<boolean>`${place} > ${last}`);
  }
  const rows = await query
    .orderBy(key, down ? 'desc' : 'asc')
    .orderBy('o.id', down ? 'desc' : 'asc')
    .limit(limit + 1)
    .execute();
  const page = rows.slice(0, limit);
  const last = rows.length > limit ? page.at(-1) : undefined;
  return { items: page.map((row) => toView(row, clock)), next: last ? { key: last.sort_value, id: last.id } : null };
}
