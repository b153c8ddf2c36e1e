import { type Insertable, type Selectable, sql } from 'kysely';
import type { Day } from '#core/day/day';
import type { MailFileTable, MailTable } from './mailbox-tables.ts';
import type { Tx } from './transaction.ts';

export type MailRow = Selectable<MailTable>;
export type NewMail = Omit<Insertable<MailTable>, 'workspace_id'>;
export type NewMailFile = Omit<Insertable<MailFileTable>, 'workspace_id'>;
export type KnownAddress = { personId: string; address: string };

/** Who has one of these addresses: not who is restricted, whose data is kept and not used. */
export async function peopleWithAddresses(tx: Tx, addresses: readonly string[]): Promise<KnownAddress[]> {
  if (addresses.length === 0) return [];
  const { rows } = await sql<KnownAddress>`
    select id as "personId", email_key as address from person
    where workspace_id = ${tx.workspaceId} and email_key = any(${[...new Set(addresses)]}::text[]) and restricted_on is null
    order by id`.execute(tx.db);
  return rows;
}

/** Held until the end of the transaction: two mailboxes that got the same mail count it one after the other. */
export async function lockMessage(tx: Tx, key: string): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${`${tx.workspaceId} ${key}`}, 2311))`.execute(tx.db);
}

export async function isMessageKnown(tx: Tx, key: string): Promise<boolean> {
  const row = await tx.db
    .selectFrom('mail')
    .select('id')
    .where('workspace_id', '=', tx.workspaceId)
    .where('message_key', '=', key)
    .limit(1)
    .executeTakeFirst();
  return row !== undefined;
}

/** Of these keys, those that were captured before. */
export async function knownMessages(tx: Tx, keys: readonly string[]): Promise<Set<string>> {
  if (keys.length === 0) return new Set();
  const { rows } = await sql<{ key: string }>`
    select distinct message_key as key from mail where workspace_id = ${tx.workspaceId} and message_key = any(${[...keys]}::text[])`.execute(
    tx.db,
  );
  return new Set(rows.map((row) => row.key));
}

export async function insertMail(tx: Tx, mail: NewMail, files: readonly Omit<NewMailFile, 'mail_id'>[]): Promise<void> {
  await tx.db
    .insertInto('mail')
    .values({ workspace_id: tx.workspaceId, ...mail })
    .execute();
  if (files.length > 0)
    await tx.db
      .insertInto('mail_file')
      .values(files.map((file) => ({ workspace_id: tx.workspaceId, mail_id: mail.id, ...file })))
      .execute();
}

/** The opportunity that the messages which this one answers belong to, of this person; the newest of them. */
export async function opportunityOfThread(tx: Tx, personId: string, ids: readonly string[]): Promise<string | null> {
  if (ids.length === 0) return null;
  const { rows } = await sql<{ id: string }>`
    select opportunity_id as id from mail where workspace_id = ${tx.workspaceId} and message_id = any(${[...ids]}::text[])
      and person_id = ${personId} and opportunity_id is not null order by sent_at desc limit 1`.execute(tx.db);
  return rows[0]?.id ?? null;
}

/** What was captured of an opportunity on a day: whether it has a moment or event already. */
export async function capturedOn(
  tx: Tx,
  opportunityId: string,
  on: Day,
): Promise<Pick<MailRow, 'moment_id' | 'event_id' | 'direction' | 'message_id'>[]> {
  return tx.db
    .selectFrom('mail')
    .select(['moment_id', 'event_id', 'direction', 'message_id'])
    .where('workspace_id', '=', tx.workspaceId)
    .where('opportunity_id', '=', opportunityId)
    .where('happened_on', '=', on)
    .orderBy('sent_at', 'desc')
    .execute();
}

/** Whether we mailed this person after that instant. */
export async function mailedSince(tx: Tx, personId: string, since: Date): Promise<boolean> {
  const row = await tx.db
    .selectFrom('mail')
    .select('id')
    .where('workspace_id', '=', tx.workspaceId)
    .where('person_id', '=', personId)
    .where('direction', '=', 'out')
    .where('kind', '=', 'message')
    .where('sent_at', '>', since)
    .limit(1)
    .executeTakeFirst();
  return row !== undefined;
}

/** What is shown of a mail in a list. */
export type MailLine = Pick<
  MailRow,
  | 'id'
  | 'direction'
  | 'kind'
  | 'from_name'
  | 'from_address'
  | 'to_addresses'
  | 'subject'
  | 'words'
  | 'sent_at'
  | 'happened_on'
  | 'away_until'
  | 'dead'
> & { files: number };

export async function mailsOfPerson(tx: Tx, personId: string, limit: number, before: Date | null): Promise<MailLine[]> {
  return tx.db
    .selectFrom('mail as m')
    .select([
      'm.id',
      'm.direction',
      'm.kind',
      'm.from_name',
      'm.from_address',
      'm.to_addresses',
      'm.subject',
      'm.sent_at',
      'm.happened_on',
      'm.away_until',
      'm.dead',
    ])
    .select(sql<string>`left(m.words, 1000)`.as('words'))
    .select(
      sql<number>`(select count(*)::int from mail_file f where f.workspace_id = m.workspace_id and f.mail_id = m.id)`.as(
        'files',
      ),
    )
    .where('m.workspace_id', '=', tx.workspaceId)
    .where('m.person_id', '=', personId)
    .where(before ? sql<boolean>`m.sent_at < ${before}` : sql<boolean>`true`)
    .orderBy('m.sent_at', 'desc')
    .limit(sql.lit(limit))
    .execute();
}

export type MailWithFiles = MailRow & {
  files: Pick<Selectable<MailFileTable>, 'id' | 'name' | 'type' | 'size'>[];
  kept: Set<string>;
};

export async function findMail(tx: Tx, id: string): Promise<MailWithFiles | null> {
  const row = await tx.db
    .selectFrom('mail')
    .selectAll()
    .where('workspace_id', '=', tx.workspaceId)
    .where('id', '=', id)
    .executeTakeFirst();
  if (!row) return null;
  const files = await tx.db
    .selectFrom('mail_file')
    .select(['id', 'name', 'type', 'size'])
    .select(sql<boolean>`content is not null`.as('kept'))
    .where('workspace_id', '=', tx.workspaceId)
    .where('mail_id', '=', id)
    .orderBy('id')
    .execute();
  return { ...row, files, kept: new Set(files.filter((file) => file.kept).map((file) => file.id)) };
}

export async function findMailFile(
  tx: Tx,
  mailId: string,
  id: string,
): Promise<{ name: string; content: Buffer } | null> {
  const row = await tx.db
    .selectFrom('mail_file')
    .select(['name', 'content'])
    .where('workspace_id', '=', tx.workspaceId)
    .where('mail_id', '=', mailId)
    .where('id', '=', id)
    .executeTakeFirst();
  return row?.content ? { name: row.name, content: row.content } : null;
}

/** The address is nobody's (any more). False when it was known. */
export async function markAddressDead(tx: Tx, personId: string, address: string, on: Day): Promise<boolean> {
  const { numUpdatedRows } = await tx.db
    .updateTable('person')
    .set({ email_dead_on: on })
    .where('workspace_id', '=', tx.workspaceId)
    .where('id', '=', personId)
    .where('email_key', '=', address)
    .where('email_dead_on', 'is', null)
    .executeTakeFirst();
  return numUpdatedRows > 0n;
}

/** What the program itself sent with this id: it was counted when it was written. Null: it sent no such mail. */
export async function ownSending(tx: Tx, messageId: string): Promise<{ momentId: string | null } | null> {
  const { rows } = await sql<{ momentId: string | null }>`
    select moment_id as "momentId" from outbox where workspace_id = ${tx.workspaceId} and message_id = ${`<${messageId}>`} limit 1`.execute(
    tx.db,
  );
  return rows[0] ?? null;
}
