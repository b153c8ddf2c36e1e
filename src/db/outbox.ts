import { type Insertable, type Selectable, sql } from 'kysely';
import type { AfterAttempt } from '#core/outbox/after-attempt';
import type { MailState } from '#core/outbox/vocabulary';
import type { Databases } from './connect.ts';
import type { MailChoiceTable, OutboxTable } from './outbox-tables.ts';
import type { Tx } from './transaction.ts';

export type OutboxRow = Selectable<OutboxTable>;
export type MailChoiceRow = Selectable<MailChoiceTable>;
export type NewMail = Omit<
  Insertable<OutboxTable>,
  | 'workspace_id'
  | 'state'
  | 'answer'
  | 'attempts'
  | 'unknowns'
  | 'message_id'
  | 'claimed_at'
  | 'lease_id'
  | 'lease_until'
  | 'ended_at'
  | 'version'
>;

/** Whose mail: a lane of the outbox. `memberId` null: the host's own. */
export type MailLane = { workspaceId: string; memberId: string | null };

/** Those that are new; a cause that was written before is left as it is. */
export async function insertMail(tx: Tx, mails: readonly NewMail[]): Promise<Map<string, string>> {
  if (mails.length === 0) return new Map();
  const rows = await tx.db
    .insertInto('outbox')
    .values(mails.map((mail) => ({ ...mail, workspace_id: tx.workspaceId })))
    .onConflict((conflict) => conflict.columns(['workspace_id', 'cause']).doNothing())
    .returning(['cause', 'id'])
    .execute();
  return new Map(rows.map((row) => [row.cause, row.id]));
}

export async function mailOfCause(tx: Tx, cause: string): Promise<string | undefined> {
  const row = await tx.db
    .selectFrom('outbox')
    .select('id')
    .where('workspace_id', '=', tx.workspaceId)
    .where('cause', '=', cause)
    .executeTakeFirst();
  return row?.id;
}

/** Over all workspaces: ids only (0018-outbox.sql). */
export async function lanesWithMail({ app }: Pick<Databases, 'app'>, at: Date, most: number): Promise<MailLane[]> {
  const { rows } = await app.query<{ workspace_id: string; member_id: string | null }>(
    'select workspace_id, member_id from mail_due($1, $2)',
    [at, most],
  );
  return rows.map((row) => ({ workspaceId: row.workspace_id, memberId: row.member_id }));
}

const ofLane = (memberId: string | null) =>
  memberId === null ? sql<boolean>`member_id is null` : sql<boolean>`member_id = ${memberId}`;

/** Due mail of a lane, locked; what another process has locked is passed over. `urgentOnly`: what nights and limits do not hold. */
export async function lockDueMail(
  tx: Tx,
  memberId: string | null,
  { at, limit }: { at: Date; limit: number },
): Promise<OutboxRow[]> {
  return tx.db
    .selectFrom('outbox')
    .selectAll()
    .where('workspace_id', '=', tx.workspaceId)
    .where(ofLane(memberId))
    .where('state', '=', sql.lit('queued'))
    .where('send_after', '<=', at)
    .orderBy(sql`kind <> 'sign_in'`)
    .orderBy('send_after')
    .orderBy('id')
    .limit(limit)
    .forUpdate()
    .skipLocked()
    .execute();
}

/** Due mail of a lane waits until then: all of it, but for these kinds. */
export async function holdDueMail(
  tx: Tx,
  memberId: string | null,
  hold: { at: Date; until: Date; reason: string; exceptKinds: readonly string[] },
): Promise<number> {
  const { numUpdatedRows } = await tx.db
    .updateTable('outbox')
    .set((eb) => ({ send_after: hold.until, reason: hold.reason, version: eb('version', '+', 1) }))
    .where('workspace_id', '=', tx.workspaceId)
    .where(ofLane(memberId))
    .where('state', '=', sql.lit('queued'))
    .where('send_after', '<=', hold.at)
    .where(sql<boolean>`kind <> all(${[...hold.exceptKinds]}::text[])`)
    .executeTakeFirst();
  return Number(numUpdatedRows);
}

/** How many of a lane were claimed in the minute and the day before. Only one transaction at a time counts: nobody takes the same room. */
export async function wentLately(
  tx: Tx,
  memberId: string | null,
  at: Date,
): Promise<{ lastMinute: number; lastDay: number }> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${`aanhouder mail ${tx.workspaceId} ${memberId ?? ''}`}, 0))`.execute(
    tx.db,
  );
  const minute = new Date(at.getTime() - 60_000);
  const day = new Date(at.getTime() - 86_400_000);
  const { rows } = await sql<{ lastMinute: number; lastDay: number }>`
    select count(*) filter (where claimed_at > ${minute})::int as "lastMinute", count(*)::int as "lastDay"
    from outbox where workspace_id = ${tx.workspaceId} and ${ofLane(memberId)} and claimed_at > ${day}`.execute(tx.db);
  return rows[0] ?? { lastMinute: 0, lastDay: 0 };
}

/** From now on it may be on its way: committed before the server is spoken to. */
export async function claimMail(
  tx: Tx,
  ids: readonly string[],
  lease: { id: string; at: Date; until: Date; domain: string },
): Promise<void> {
  if (ids.length === 0) return;
  await sql`
    update outbox set state = 'sending', reason = null, attempts = attempts + 1, claimed_at = ${lease.at}, lease_id = ${lease.id}::uuid,
      lease_until = ${lease.until}, message_id = coalesce(message_id, '<' || id || '@' || ${lease.domain}::text || '>'), version = version + 1
    where workspace_id = ${tx.workspaceId} and id = any(${[...ids]}::uuid[])`.execute(tx.db);
}

/** What waits for somebody. What another transaction is claiming is passed over: waiting for it, while it waits for the person, would never end. */
export async function lockWaitingMail(tx: Tx, personId: string): Promise<OutboxRow[]> {
  return tx.db
    .selectFrom('outbox')
    .selectAll()
    .where('workspace_id', '=', tx.workspaceId)
    .where('person_id', '=', personId)
    .where('state', '=', sql.lit('queued'))
    .orderBy('id')
    .forUpdate()
    .skipLocked()
    .execute();
}

/** Blocked mail waits again whose time has not come yet: these, or a person's that were blocked for this reason. Answers how many. */
export async function bringBackMail(
  tx: Tx,
  wanted: { ids: readonly string[] } | { personId: string; reason: string },
  at: Date,
): Promise<number> {
  const which =
    'ids' in wanted
      ? sql`id = any(${[...wanted.ids]}::uuid[])`
      : sql`person_id = ${wanted.personId} and reason = ${wanted.reason}`;
  const { numAffectedRows } = await sql`
    update outbox set state = 'queued', reason = 'planned', answer = null, ended_at = null, version = version + 1
    where workspace_id = ${tx.workspaceId} and ${which} and state = 'blocked' and send_after > ${at}`.execute(tx.db);
  return Number(numAffectedRows ?? 0);
}

export async function blockMail(
  tx: Tx,
  blocked: readonly { id: string; reason: string; answer: string | null }[],
  at: Date,
): Promise<void> {
  if (blocked.length === 0) return;
  await sql`
    update outbox o set state = 'blocked', reason = x.reason, answer = x.answer, ended_at = ${at}, version = version + 1
    from unnest(${blocked.map((one) => one.id)}::uuid[], ${blocked.map((one) => one.reason)}::text[], ${blocked.map((one) => one.answer)}::text[])
      as x (id, reason, answer)
    where o.workspace_id = ${tx.workspaceId} and o.id = x.id`.execute(tx.db);
}

export type Noted = AfterAttempt & { id: string; sendAfter: Date | null };

/**
 * What became of mail that was claimed with this lease. One that was given up on since, and is called uncertain, gets the truth; one that
 * somebody else took up again is left to them. What let somebody sign in is not kept.
 */
export async function noteMail(tx: Tx, leaseId: string, notes: readonly Noted[], at: Date): Promise<void> {
  if (notes.length === 0) return;
  const of = <T>(read: (note: Noted) => T): T[] => notes.map(read);
  await sql`
    update outbox o set state = x.state, reason = x.reason, answer = x.answer, unknowns = x.unknowns, send_after = coalesce(x.send_after, o.send_after),
      lease_until = null, ended_at = case when x.state = 'queued' then null else ${at}::timestamptz end,
      text = case when o.kind = 'sign_in' and x.state <> 'queued' then '' else o.text end,
      html = case when o.kind = 'sign_in' and x.state <> 'queued' then null else o.html end, version = version + 1
    from unnest(${of((n) => n.id)}::uuid[], ${of((n) => n.state)}::text[], ${of((n) => n.reason)}::text[], ${of((n) => n.answer)}::text[],
      ${of((n) => n.unknowns)}::int[], ${of((n) => n.sendAfter)}::timestamptz[]) as x (id, state, reason, answer, unknowns, send_after)
    where o.workspace_id = ${tx.workspaceId} and o.id = x.id and o.lease_id = ${leaseId}::uuid and o.state in ('sending', 'uncertain')`.execute(
    tx.db,
  );
}

/** Whose sender is gone: claimed, and its time is over. Locked. */
export async function lockLapsedMail(tx: Tx, memberId: string | null, at: Date, limit: number): Promise<OutboxRow[]> {
  return tx.db
    .selectFrom('outbox')
    .selectAll()
    .where('workspace_id', '=', tx.workspaceId)
    .where(ofLane(memberId))
    .where('state', '=', sql.lit('sending'))
    .where('lease_until', '<=', at)
    .orderBy('id')
    .limit(limit)
    .forUpdate()
    .skipLocked()
    .execute();
}

export async function lockMail(tx: Tx, id: string): Promise<OutboxRow | undefined> {
  return tx.db
    .selectFrom('outbox')
    .selectAll()
    .where('workspace_id', '=', tx.workspaceId)
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst();
}

export async function endMail(
  tx: Tx,
  id: string,
  end: { state: MailState; reason: string | null; at: Date },
): Promise<void> {
  await tx.db
    .updateTable('outbox')
    .set((eb) => ({ state: end.state, reason: end.reason, ended_at: end.at, version: eb('version', '+', 1) }))
    .where('workspace_id', '=', tx.workspaceId)
    .where('id', '=', id)
    .execute();
}

/** In the queue again, with its attempts counted anew. */
export async function queueAgain(tx: Tx, id: string, at: Date): Promise<void> {
  await tx.db
    .updateTable('outbox')
    .set((eb) => ({
      state: 'queued',
      reason: null,
      answer: null,
      attempts: 0,
      ended_at: null,
      lease_id: null,
      send_after: at,
      version: eb('version', '+', 1),
    }))
    .where('workspace_id', '=', tx.workspaceId)
    .where('id', '=', id)
    .execute();
}

/** What waited when an export was made may have gone since: somebody decides about each, and nobody gets it twice by putting it back. */
export async function holdRestoredMail(tx: Tx): Promise<void> {
  await sql`
    update outbox set state = 'uncertain', reason = 'restored', lease_until = null, ended_at = now(), version = version + 1
    where workspace_id = ${tx.workspaceId} and state in ('queued', 'sending')`.execute(tx.db);
}

/** Null: the company's. */
export async function findMailChoice(tx: Tx, memberId: string | null): Promise<MailChoiceRow | undefined> {
  return tx.db
    .selectFrom('mail_choice')
    .selectAll()
    .where('workspace_id', '=', tx.workspaceId)
    .where(ofLane(memberId))
    .executeTakeFirst();
}

/** `version`: the one it stands on; 0 where there is none yet. False when it was changed since. */
export async function saveMailChoice(
  tx: Tx,
  choice: Omit<MailChoiceRow, 'workspace_id' | 'version'>,
  version: number,
): Promise<boolean> {
  const { id: _, member_id: __, ...values } = choice;
  const row = await tx.db
    .insertInto('mail_choice')
    .values({ ...choice, workspace_id: tx.workspaceId, version: version + 1 })
    .onConflict((conflict) =>
      conflict
        .columns(['workspace_id', 'member_id'])
        .doUpdateSet({ ...values, version: version + 1 })
        .where('mail_choice.version', '=', version),
    )
    .returning('version')
    .executeTakeFirst();
  return row !== undefined;
}

export async function lockMailOfMoments(tx: Tx, momentIds: readonly string[]): Promise<OutboxRow[]> {
  if (momentIds.length === 0) return [];
  return tx.db
    .selectFrom('outbox')
    .selectAll()
    .where('workspace_id', '=', tx.workspaceId)
    .where(sql<boolean>`moment_id = any(${[...momentIds]}::uuid[])`)
    .orderBy('id')
    .forUpdate()
    .execute();
}
