import { sql } from 'kysely';
import type { Clock } from '#core/permission/clock';
import type { Opportunity } from '#contract/opportunity';
import { type FieldFilter, fieldHolds } from './custom-field.ts';
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
  nextFrom: string | null;
  nextTo: string | null;
  /** As it is stored: null is where one begins. Undefined: any. */
  stage: string | null | undefined;
  warmth: string | null;
  pace: string | null;
  heldFrom: number | null;
  heldTo: number | null;
  /** Minor units. `noValue`: only those without. */
  valueFrom: number | null;
  valueTo: number | null;
  noValue: boolean;
  /** Of the opportunity, or of its person. */
  field: (FieldFilter & { of: 'opportunity' | 'person' }) | null;
  /** Of these persons, or with a title or organisation like this; null: no search. */
  search: { personIds: readonly string[]; folded: string } | null;
};
/** Where the last page ended: what it was sorted by, and the id. */
export type ListCursor = { key: string | number; id: string };

/** What a row is sorted by, as SQL that an index can walk, and its own direction. */
const sorts = {
  next: { key: sql<string | number>`o.next_on`, cast: 'date', down: false },
  newest: { key: sql<string | number>`o.created_on`, cast: 'date', down: true },
  value: { key: sql<string | number>`coalesce(o.value, -1)`, cast: 'bigint', down: true },
  name: { key: sql<string | number>`coalesce(p.sort_key, o.title)`, cast: 'text', down: false },
} satisfies Record<ListSort, unknown>;

/** `turned`: the other way round than the sort's own direction. */
export async function listOpportunityViews(
  tx: Tx,
  filter: ListFilter,
  sort: ListSort,
  turned: boolean,
  limit: number,
  after: ListCursor | null,
  clock: Clock,
): Promise<{ items: Opportunity[]; next: ListCursor | null }> {
  if (sort === 'name') return byName(tx, filter, turned, limit, after, clock);
  const { key, cast, down: own } = sorts[sort];
  const down = own !== turned;
  let query = selectViews(tx).select(key.as('sort_value')).where(conditions(tx, filter));
  if (sort === 'next') query = query.where('o.next_on', 'is not', null).where('o.state', '=', 'open');
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

/** From so many on, enough persons have one to walk along all of them until a page is full. */
const manyListed = 2000;

/**
 * By the person's last name; then those without a person, by title. `key` is the name with what it is of in front, so that a cursor
 * knows where it was.
 */
async function byName(
  tx: Tx,
  filter: ListFilter,
  turned: boolean,
  limit: number,
  after: ListCursor | null,
  clock: Clock,
): Promise<{ items: Opportunity[]; next: ListCursor | null }> {
  const parts = turned ? (['untitled', 'named'] as const) : (['named', 'untitled'] as const);
  const [where = '', ...rest] = String(after?.key ?? '').split('|');
  const name = rest.join('|');
  const begin = after
    ? Math.max(
        0,
        parts.findIndex((part) => part === where),
      )
    : 0;
  const items: Opportunity[] = [];
  for (const [place, part] of parts.entries()) {
    if (place < begin) continue;
    const key = part === 'named' ? sql<string>`p.sort_key` : sql<string>`o.title`;
    let query = selectViews(tx)
      .select(key.as('sort_value'))
      .where(conditions(tx, filter))
      .where('o.person_id', part === 'named' ? 'is not' : 'is', null);
    const from = after && place === begin ? { name, id: after.id } : null;
    if (part === 'named' && (await countListed(tx, filter, manyListed)) === manyListed) {
      const ids = await walkPersons(tx, filter, turned, limit + 1 - items.length, from);
      query = query.where('o.id', '=', sql<string>`any(${ids}::uuid[])`);
    } else {
      if (part === 'named') query = query.where('p.id', 'is not', null);
      if (from) query = query.where(isBeyond(key, turned, from));
    }
    const rows = await query
      .orderBy(key, turned ? 'desc' : 'asc')
      .orderBy('o.id', turned ? 'desc' : 'asc')
      .limit(limit + 1 - items.length)
      .execute();
    const page = rows.slice(0, limit - items.length);
    items.push(...page.map((row) => toView(row, clock)));
    const last = page.at(-1);
    if (items.length < limit) continue;
    const more = rows.length > page.length || place === 0;
    return { items, next: more && last ? { key: `${part}|${last.sort_value}`, id: last.id } : null };
  }
  return { items, next: null };
}

/** After where the last page ended. */
function isBeyond(key: ReturnType<typeof sql<string>>, turned: boolean, { name, id }: { name: string; id: string }) {
  const last = sql`(${name}, ${id}::uuid)`;
  return turned ? sql<boolean>`(${key}, o.id) < ${last}` : sql<boolean>`(${key}, o.id) > ${last}`;
}

/**
 * A walk along the persons' index, each with its opportunities. Said as lateral with an offset, for PostgreSQL would rather sort all: of a
 * person and an opportunity each of this workspace it does not know that they belong together, and expects a hundred where there are ten thousand.
 */
async function walkPersons(
  tx: Tx,
  filter: ListFilter,
  turned: boolean,
  limit: number,
  after: { name: string; id: string } | null,
): Promise<string[]> {
  const way = sql.raw(turned ? 'desc' : 'asc');
  const key = sql<string>`p.sort_key`;
  // The first half is what the index begins at.
  const rest = after
    ? sql`and ${key} ${sql.raw(turned ? '<=' : '>=')} ${after.name} and ${isBeyond(key, turned, after)}`
    : sql``;
  const { rows } = await sql<{ id: string }>`
    select o.id from person p cross join lateral (
      select o.id from opportunity o where o.workspace_id = ${tx.workspaceId} and o.person_id = p.id and ${conditions(tx, filter)} offset 0) o
    where p.workspace_id = ${tx.workspaceId} ${rest}
    order by ${key} ${way}, o.id ${way} limit ${limit}`.execute(tx.db);
  return rows.map((row) => row.id);
}

/** Ids for an act on all of a filter, the newest last; at most `limit`. */
export async function listedIds(tx: Tx, filter: ListFilter, limit: number): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    select o.id from opportunity o where o.workspace_id = ${tx.workspaceId} and ${conditions(tx, filter)} order by o.id limit ${limit}`.execute(
    tx.db,
  );
  return rows.map((row) => row.id);
}

/** How many a filter finds, counted up to `most`. */
export async function countListed(tx: Tx, filter: ListFilter, most: number): Promise<number> {
  const { rows } = await sql<{ count: number }>`
    select count(*)::int as count from (
      select from opportunity o where o.workspace_id = ${tx.workspaceId} and ${conditions(tx, filter)} limit ${most}) as x`.execute(
    tx.db,
  );
  return rows[0]?.count ?? 0;
}

function conditions(tx: Tx, filter: ListFilter): ReturnType<typeof sql<boolean>> {
  // Of who is erased only the counts are left (docs/decisions/0017).
  const all: ReturnType<typeof sql>[] = [sql`o.erased_on is null`];
  if (filter.state) all.push(sql`o.state = ${sql.lit(filter.state)}`);
  if (filter.assigneeId) all.push(sql`o.assignee_id = ${filter.assigneeId}`);
  if (filter.source !== null) all.push(sql`o.source = ${filter.source}`);
  if (filter.toComplete) all.push(sql`o.to_complete`);
  if (filter.nextBefore) all.push(sql`o.state = 'open' and o.next_on < ${filter.nextBefore}::date`);
  if (filter.nextFrom) all.push(sql`o.state = 'open' and o.next_on >= ${filter.nextFrom}::date`);
  if (filter.nextTo) all.push(sql`o.state = 'open' and o.next_on <= ${filter.nextTo}::date`);
  if (filter.stage !== undefined)
    all.push(filter.stage === null ? sql`o.stage is null` : sql`o.stage = ${filter.stage}`);
  if (filter.warmth) all.push(sql`o.warmth = ${filter.warmth}`);
  if (filter.pace) all.push(sql`o.pace = ${filter.pace}`);
  if (filter.heldFrom !== null) all.push(sql`o.held >= ${filter.heldFrom}`);
  if (filter.heldTo !== null) all.push(sql`o.held <= ${filter.heldTo}`);
  if (filter.valueFrom !== null) all.push(sql`o.value >= ${filter.valueFrom}`);
  if (filter.valueTo !== null) all.push(sql`o.value <= ${filter.valueTo}`);
  if (filter.noValue) all.push(sql`o.value is null`);
  if (filter.field)
    all.push(fieldHolds(tx, sql.ref(filter.field.of === 'person' ? 'o.person_id' : 'o.id'), filter.field));
  if (filter.search) {
    const { personIds, folded } = filter.search;
    all.push(sql`(o.person_id = any(${personIds}::uuid[]) or o.organisation_id in (
      select id from organisation where workspace_id = ${tx.workspaceId} and name_key like ${`${folded.replaceAll(/[\\%_]/g, '\\$&')}%`} limit 200))`);
  }
  return sql<boolean>`(${sql.join(all, sql` and `)})`;
}
