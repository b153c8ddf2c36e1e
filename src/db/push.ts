import { sql, type Selectable } from 'kysely';
import type { Day } from '#core/day/day';
import type { Databases } from './connect.ts';
import type { PushChoiceTable, PushDeviceTable, PushSentTable } from './push-tables.ts';
import type { Tx } from './transaction.ts';

export type PushDevice = Selectable<PushDeviceTable>;
export type PushChoice = Omit<Selectable<PushChoiceTable>, 'workspace_id' | 'member_id'>;
export type NoticeKind = PushSentTable['kind'];

/** As the table has them without a row. */
const asItBegins: PushChoice = { morning: true, waiting: true, names: false, morning_at: 480, version: 1 };

export async function devicesOf(tx: Tx, memberId: string): Promise<PushDevice[]> {
  return tx.db
    .selectFrom('push_device')
    .selectAll()
    .where('workspace_id', '=', tx.workspaceId)
    .where('member_id', '=', memberId)
    .orderBy('created_at')
    .orderBy('id')
    .execute();
}

/** The same browser again keeps its place, with its newest keys. */
export async function saveDevice(
  tx: Tx,
  device: Pick<PushDevice, 'id' | 'member_id' | 'endpoint' | 'p256dh' | 'auth' | 'name' | 'created_at'>,
): Promise<void> {
  const { p256dh, auth, name } = device;
  await tx.db
    .insertInto('push_device')
    .values({ ...device, workspace_id: tx.workspaceId })
    .onConflict((conflict) =>
      conflict.expression(sql`workspace_id, member_id, md5(endpoint)`).doUpdateSet({ p256dh, auth, name }),
    )
    .execute();
}

/** False when this member has no such device. */
export async function deleteDevice(tx: Tx, memberId: string, id: string): Promise<boolean> {
  const { numDeletedRows } = await tx.db
    .deleteFrom('push_device')
    .where('workspace_id', '=', tx.workspaceId)
    .where('member_id', '=', memberId)
    .where('id', '=', id)
    .executeTakeFirst();
  return numDeletedRows > 0n;
}

export async function deviceWasSent(tx: Tx, id: string, at: Date): Promise<void> {
  await tx.db
    .updateTable('push_device')
    .set({ last_sent_at: at })
    .where('workspace_id', '=', tx.workspaceId)
    .where('id', '=', id)
    .execute();
}

export async function choiceOf(tx: Tx, memberId: string): Promise<PushChoice> {
  const row = await tx.db
    .selectFrom('push_choice')
    .select(['morning', 'waiting', 'names', 'morning_at', 'version'])
    .where('workspace_id', '=', tx.workspaceId)
    .where('member_id', '=', memberId)
    .executeTakeFirst();
  return row ?? asItBegins;
}

/** `version`: the one it stands on. False when it was changed since. */
export async function saveChoice(tx: Tx, memberId: string, { version, ...choice }: PushChoice): Promise<boolean> {
  const next = { ...choice, version: version + 1 };
  const row = await tx.db
    .insertInto('push_choice')
    .values({ ...next, workspace_id: tx.workspaceId, member_id: memberId })
    .onConflict((conflict) =>
      conflict.columns(['workspace_id', 'member_id']).doUpdateSet(next).where('push_choice.version', '=', version),
    )
    .returning('version')
    .executeTakeFirst();
  return row !== undefined;
}

/** The kinds that were sent on this day already. */
export async function sentOn(tx: Tx, memberId: string, on: Day): Promise<NoticeKind[]> {
  const rows = await tx.db
    .selectFrom('push_sent')
    .select('kind')
    .where('workspace_id', '=', tx.workspaceId)
    .where('member_id', '=', memberId)
    .where('happened_on', '=', on)
    .execute();
  return rows.map((row) => row.kind);
}

/** False when it was noted before. Older notes go: they were only there so that nothing is sent twice. */
export async function noteSent(tx: Tx, memberId: string, kind: NoticeKind, on: Day, at: Date): Promise<boolean> {
  await tx.db
    .deleteFrom('push_sent')
    .where('workspace_id', '=', tx.workspaceId)
    .where('member_id', '=', memberId)
    .where('happened_on', '<', sql<Day>`${on}::date - 30`)
    .execute();
  const row = await tx.db
    .insertInto('push_sent')
    .values({ workspace_id: tx.workspaceId, member_id: memberId, kind, happened_on: on, created_at: at })
    .onConflict((conflict) => conflict.doNothing())
    .returning('kind')
    .executeTakeFirst();
  return row !== undefined;
}

/** Who contacted this member's opportunities and waits, the newest first: those since `since`. */
export async function waitingSince(tx: Tx, memberId: string, since: Date): Promise<{ name: string }[]> {
  const { rows } = await sql<{ name: string }>`
    select coalesce(p.name, o.title) as name from opportunity o
    left join person p on p.workspace_id = o.workspace_id and p.id = o.person_id
    where o.workspace_id = ${tx.workspaceId} and o.assignee_id = ${memberId} and o.state = 'open' and o.waiting_since > ${since}
    order by o.waiting_since desc limit 20`.execute(tx.db);
  return rows;
}

export type MemberWithDevices = { workspaceId: string; memberId: string };

/** Over all workspaces: ids only (0015-push.sql). */
export async function membersWithDevices({ app }: Pick<Databases, 'app'>, most: number): Promise<MemberWithDevices[]> {
  const { rows } = await app.query<{ workspace_id: string; member_id: string }>(
    'select workspace_id, member_id from members_with_devices($1)',
    [most],
  );
  return rows.map((row) => ({ workspaceId: row.workspace_id, memberId: row.member_id }));
}
