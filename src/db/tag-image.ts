import { sql } from 'kysely';
import type { Day } from '#core/day/day';
import { lockTags, refreshTimersOfTag, type TagRow, updateTag } from './tag.ts';
import type { Tx } from './transaction.ts';

/** The care of a person before their tag changed, and the version that this left. */
export type TagTimer = {
  id: string;
  version: number;
  care_on: string | null;
  care_channel: string | null;
  care_member_id: string | null;
  care_every_days: number | null;
  care_from: string | null;
};

export type TagImage = { before: Pick<TagRow, 'id' | 'name' | 'name_key' | 'every_weeks'>; timers: TagTimer[] };

/** The timers of everybody with this tag, as they are now. */
export async function timersOfTag(tx: Tx, tagId: string): Promise<TagTimer[]> {
  const { rows } = await sql<TagTimer>`
    select p.id, p.version, p.care_on, p.care_channel, p.care_member_id, p.care_every_days, p.care_from
    from person_tag l join person p on p.workspace_id = l.workspace_id and p.id = l.person_id
    where l.workspace_id = ${tx.workspaceId} and l.tag_id = ${tagId} and p.care_from is distinct from 'person' order by p.id`.execute(
    tx.db,
  );
  return rows;
}

/**
 * A tag as it was, and with it the timer of everybody whom nothing happened to since; who was worked on since gets the rhythm that holds now,
 * as at any change of a tag.
 */
export async function restoreTag(tx: Tx, { before, timers }: TagImage, today: Day, memberId: string): Promise<void> {
  const { id, ...values } = before;
  const [present] = await lockTags(tx, [id]);
  if (!present) return;
  const json = JSON.stringify(timers);
  const { rows: same } = await sql<{ id: string }>`
    select p.id from jsonb_to_recordset(${json}::jsonb) as t (id uuid, version integer)
    join person p on p.workspace_id = ${tx.workspaceId} and p.id = t.id and p.version = t.version and p.restricted_on is null`.execute(
    tx.db,
  );
  await updateTag(tx, id, values);
  if (present.every_weeks === values.every_weeks) return;
  await refreshTimersOfTag(tx, id, today, memberId);
  await sql`
    update person p set care_on = t.care_on, care_channel = t.care_channel, care_member_id = t.care_member_id, care_every_days = t.care_every_days,
      care_from = t.care_from, version = p.version + 1
    from jsonb_to_recordset(${json}::jsonb)
      as t (id uuid, care_on date, care_channel text, care_member_id uuid, care_every_days integer, care_from text)
    where p.workspace_id = ${tx.workspaceId} and p.id = t.id and p.id = any(${same.map((row) => row.id)}::uuid[])`.execute(
    tx.db,
  );
}
