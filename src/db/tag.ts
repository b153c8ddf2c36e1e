import { type Selectable, sql } from 'kysely';
import type { Day } from '#core/day/day';
import type { TagTable } from './relationship-tables.ts';
import type { Tx } from './transaction.ts';

export type TagRow = Selectable<TagTable>;

/** By name, each with how many people have it. */
export async function allTags(tx: Tx): Promise<(TagRow & { persons: number })[]> {
  const { rows } = await sql<TagRow & { persons: number }>`
    select t.*, (select count(*)::int from person_tag l where l.workspace_id = t.workspace_id and l.tag_id = t.id) as persons
    from tag t where t.workspace_id = ${tx.workspaceId} order by t.name_key limit 500`.execute(tx.db);
  return rows;
}

export async function findTag(tx: Tx, id: string): Promise<TagRow | undefined> {
  return tx.db
    .selectFrom('tag')
    .selectAll()
    .where('workspace_id', '=', tx.workspaceId)
    .where('id', '=', id)
    .executeTakeFirst();
}

/** Not against who gives somebody the tag meanwhile: they hold the person, which a new rhythm then waits for. */
export async function lockTags(tx: Tx, ids: readonly string[]): Promise<TagRow[]> {
  if (ids.length === 0) return [];
  return tx.db
    .selectFrom('tag')
    .selectAll()
    .where('workspace_id', '=', tx.workspaceId)
    .where('id', 'in', [...ids])
    .orderBy('id')
    .forNoKeyUpdate()
    .execute();
}

export async function findTagByKey(tx: Tx, key: string): Promise<TagRow | undefined> {
  return tx.db
    .selectFrom('tag')
    .selectAll()
    .where('workspace_id', '=', tx.workspaceId)
    .where('name_key', '=', key)
    .executeTakeFirst();
}

export async function insertTag(
  tx: Tx,
  tag: Pick<TagRow, 'id' | 'name' | 'name_key' | 'every_weeks' | 'created_at'>,
): Promise<void> {
  await tx.db
    .insertInto('tag')
    .values({ workspace_id: tx.workspaceId, ...tag })
    .execute();
}

export async function updateTag(
  tx: Tx,
  id: string,
  values: Partial<Pick<TagRow, 'name' | 'name_key' | 'every_weeks'>>,
): Promise<void> {
  await tx.db
    .updateTable('tag')
    .set((eb) => ({ ...values, version: eb('version', '+', 1) }))
    .where('workspace_id', '=', tx.workspaceId)
    .where('id', '=', id)
    .execute();
}

export async function deleteTag(tx: Tx, id: string): Promise<void> {
  await tx.db.deleteFrom('tag').where('workspace_id', '=', tx.workspaceId).where('id', '=', id).execute();
}

export async function tagsOfPerson(tx: Tx, personId: string): Promise<TagRow[]> {
  return tx.db
    .selectFrom('person_tag as l')
    .innerJoin('tag as t', (join) => join.onRef('t.workspace_id', '=', 'l.workspace_id').onRef('t.id', '=', 'l.tag_id'))
    .selectAll('t')
    .where('l.workspace_id', '=', tx.workspaceId)
    .where('l.person_id', '=', personId)
    .orderBy('t.name_key')
    .execute();
}

/** Exactly these, of those that there are. */
export async function setTags(tx: Tx, personId: string, tagIds: readonly string[]): Promise<void> {
  await sql`
    delete from person_tag where workspace_id = ${tx.workspaceId} and person_id = ${personId} and tag_id <> all(${[...tagIds]}::uuid[])`.execute(
    tx.db,
  );
  await sql`
    insert into person_tag (workspace_id, person_id, tag_id)
    select t.workspace_id, ${personId}::uuid, t.id from tag t where t.workspace_id = ${tx.workspaceId} and t.id = any(${[...tagIds]}::uuid[])
    on conflict do nothing`.execute(tx.db);
}

/** Last names of who has a tag, page by page. */
export async function personIdsWithTag(
  tx: Tx,
  tagId: string,
  limit: number,
  after: { key: string; id: string } | null,
): Promise<{ id: string; sortKey: string }[]> {
  const from = after ? sql`and (p.sort_key, p.id) > (${after.key}, ${after.id}::uuid)` : sql``;
  const { rows } = await sql<{ id: string; sortKey: string }>`
    select p.id, p.sort_key as "sortKey" from person_tag l join person p on p.workspace_id = l.workspace_id and p.id = l.person_id
    where l.workspace_id = ${tx.workspaceId} and l.tag_id = ${tagId} ${from} order by p.sort_key, p.id limit ${limit}`.execute(
    tx.db,
  );
  return rows;
}

/**
 * The rhythm of everybody with a tag computed again after it changed, in one statement: the shortest of their tags, where they have none of
 * their own. Whom nothing reaches, and who objected, gets no timer. `member`: who keeps in touch where nobody does yet and nobody works with them.
 */
export async function refreshTimersOfTag(tx: Tx, tagId: string, today: Day, memberId: string): Promise<void> {
  await sql`
    with mine as (
      select p.id, p.care_on, p.phone, p.email, p.linkedin, p.objected_on, p.restricted_on, (
        select min(t.every_weeks) * 7 from person_tag l join tag t on t.workspace_id = l.workspace_id and t.id = l.tag_id
        where l.workspace_id = p.workspace_id and l.person_id = p.id) as days, (
        select max(m.happened_on) from moment m where m.workspace_id = p.workspace_id and m.person_id = p.id and m.void_at is null
          and m.outcome not in ('no_answer', 'message_left')) as last_on, (
        select o.assignee_id from opportunity o where o.workspace_id = p.workspace_id and o.person_id = p.id
        order by o.created_on desc, o.id desc limit 1) as assignee_id
      from person_tag w join person p on p.workspace_id = w.workspace_id and p.id = w.person_id
      where w.workspace_id = ${tx.workspaceId} and w.tag_id = ${tagId} and p.care_from is distinct from 'person'
    ), wanted as (
      select id, days, care_on, assignee_id,
        days is not null and objected_on is null and restricted_on is null and num_nonnulls(phone, email, linkedin) > 0 as reached,
        greatest(coalesce(last_on + days, ${today}::date), ${today}::date) as begins,
        case when phone is not null then 'call' when email is not null then 'email' else 'linkedin' end as channel
      from mine
    )
    update person p set care_every_days = w.days, care_from = case when w.days is not null then 'tag' end,
      care_on = case when w.reached then greatest(w.begins, p.care_paused_until) end,
      care_channel = case when w.reached then coalesce(p.care_channel, w.channel) end,
      care_member_id = case when w.reached then coalesce(p.care_member_id, w.assignee_id, ${memberId}::uuid) end,
      version = p.version + 1
    from wanted w
    where p.workspace_id = ${tx.workspaceId} and p.id = w.id and (p.care_from = 'tag' or (w.days is not null and p.care_on is null))`.execute(
    tx.db,
  );
}
