import { type Insertable, type Selectable, sql, type Updateable } from 'kysely';
import type { SubscriberTable } from './public-tables.ts';
import type { Tx } from './transaction.ts';

export type SubscriberRow = Selectable<SubscriberTable>;

export async function insertSubscriber(
  tx: Tx,
  row: Omit<Insertable<SubscriberTable>, 'workspace_id'>,
): Promise<SubscriberRow> {
  return tx.db
    .insertInto('subscriber')
    .values({ ...row, workspace_id: tx.workspaceId })
    .returningAll()
    .executeTakeFirstOrThrow();
}

export async function findSubscriber(tx: Tx, id: string): Promise<SubscriberRow | undefined> {
  return tx.db
    .selectFrom('subscriber')
    .selectAll()
    .where('workspace_id', '=', tx.workspaceId)
    .where('id', '=', id)
    .executeTakeFirst();
}

export async function lockSubscriber(tx: Tx, id: string): Promise<SubscriberRow | undefined> {
  return tx.db
    .selectFrom('subscriber')
    .selectAll()
    .where('workspace_id', '=', tx.workspaceId)
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst();
}

export async function lockSubscriberByAddress(tx: Tx, emailKey: string): Promise<SubscriberRow | undefined> {
  return tx.db
    .selectFrom('subscriber')
    .selectAll()
    .where('workspace_id', '=', tx.workspaceId)
    .where('email_key', '=', emailKey)
    .forUpdate()
    .executeTakeFirst();
}

export async function updateSubscriber(
  tx: Tx,
  id: string,
  change: Updateable<Omit<SubscriberTable, 'workspace_id' | 'id' | 'version'>>,
): Promise<SubscriberRow> {
  return tx.db
    .updateTable('subscriber')
    .set({ ...change, version: sql<number>`version + 1` })
    .where('workspace_id', '=', tx.workspaceId)
    .where('id', '=', id)
    .returningAll()
    .executeTakeFirstOrThrow();
}

export type DueSubscriber = SubscriberRow & { name: string; address_form: string | null };

/** Whose next lesson goes now, locked; what another process works on is passed over. Not who objected or is restricted. */
export async function takeDueForLesson(tx: Tx, at: Date, most: number): Promise<DueSubscriber[]> {
  return tx.db
    .selectFrom('subscriber as s')
    .innerJoin('person as p', (join) =>
      join.onRef('p.workspace_id', '=', 's.workspace_id').onRef('p.id', '=', 's.person_id'),
    )
    .selectAll('s')
    .select(['p.name', 'p.address_form'])
    .where('s.workspace_id', '=', tx.workspaceId)
    .where('s.next_at', '<=', at)
    .where('p.objected_on', 'is', null)
    .where('p.restricted_on', 'is', null)
    .orderBy('s.next_at')
    .orderBy('s.id')
    .limit(most)
    .forUpdate('s')
    .skipLocked()
    .execute();
}

/** Who gets the tips, after `after`, by id. */
export async function tipReaders(
  tx: Tx,
  after: string | null,
  most: number,
): Promise<Pick<SubscriberRow, 'id' | 'person_id' | 'email' | 'language' | 'confirmed_at'>[]> {
  return tx.db
    .selectFrom('subscriber as s')
    .innerJoin('person as p', (join) =>
      join.onRef('p.workspace_id', '=', 's.workspace_id').onRef('p.id', '=', 's.person_id'),
    )
    .select(['s.id', 's.person_id', 's.email', 's.language', 's.confirmed_at'])
    .where('s.workspace_id', '=', tx.workspaceId)
    .where('s.tips', '=', 'running')
    .where('p.objected_on', 'is', null)
    .where('p.restricted_on', 'is', null)
    .$if(after !== null, (query) => query.where('s.id', '>', after))
    .orderBy('s.id')
    .limit(most)
    .execute();
}

export type ListedSubscriber = SubscriberRow & { name: string; sold: boolean };

const sold = sql<boolean>`exists (
  select from opportunity o where o.workspace_id = s.workspace_id and o.person_id = s.person_id and o.state = 'won'
    and o.ended_on >= (s.confirmed_at at time zone 'UTC')::date)`;

/** The newest first, or whose name or address holds `q`. `before`: the id after which the page begins. */
export async function listSubscribers(
  tx: Tx,
  { q, before, most }: { q: string | null; before: string | null; most: number },
): Promise<ListedSubscriber[]> {
  const like = q === null ? null : `%${q.toLowerCase().replaceAll(/[\\%_]/g, (sign) => `\\${sign}`)}%`;
  return tx.db
    .selectFrom('subscriber as s')
    .innerJoin('person as p', (join) =>
      join.onRef('p.workspace_id', '=', 's.workspace_id').onRef('p.id', '=', 's.person_id'),
    )
    .selectAll('s')
    .select(['p.name', sold.as('sold')])
    .where('s.workspace_id', '=', tx.workspaceId)
    .$if(like !== null, (query) => query.where(sql<boolean>`(s.email_key like ${like} or lower(p.name) like ${like})`))
    .$if(before !== null, (query) => query.where('s.id', '<', before))
    .orderBy('s.id', 'desc')
    .limit(most)
    .execute();
}

export type SubscriberCounts = { running: number; finished: number; left: number; tips: number; sold: number };

export async function countSubscribers(tx: Tx): Promise<SubscriberCounts> {
  const { rows } = await sql<SubscriberCounts>`
    select count(*) filter (where module in ('running', 'paused'))::int as running, count(*) filter (where module = 'finished')::int as finished,
      count(*) filter (where module = 'left' or tips = 'left')::int as "left", count(*) filter (where tips = 'running')::int as tips,
      count(*) filter (where ${sold})::int as sold
    from subscriber s where workspace_id = ${tx.workspaceId}`.execute(tx.db);
  return rows[0] ?? { running: 0, finished: 0, left: 0, tips: 0, sold: 0 };
}

export async function oneSubscriber(tx: Tx, id: string): Promise<ListedSubscriber | undefined> {
  return tx.db
    .selectFrom('subscriber as s')
    .innerJoin('person as p', (join) =>
      join.onRef('p.workspace_id', '=', 's.workspace_id').onRef('p.id', '=', 's.person_id'),
    )
    .selectAll('s')
    .select(['p.name', sold.as('sold')])
    .where('s.workspace_id', '=', tx.workspaceId)
    .where('s.id', '=', id)
    .executeTakeFirst();
}
