import { sql } from 'kysely';
import type { Mail, MailWithText, Outbox, OutboxShelf } from '#contract/outbox';
import type { MailState } from '#core/outbox/vocabulary';
import type { Tx } from './transaction.ts';

const statesOn: Readonly<Record<OutboxShelf, readonly MailState[]>> = {
  waiting: ['queued', 'sending'],
  attention: ['failed', 'uncertain', 'blocked'],
  sent: ['sent'],
  cancelled: ['cancelled'],
};

/** Whose mail one sees: null, all of the company; else one's own. */
export type Readership = { memberId: string | null };

const seen = ({ memberId }: Readership) => (memberId === null ? sql`true` : sql`o.member_id = ${memberId}`);

const selectMail = sql`
  select o.id, o.version, o.kind, o.state, o.reason, o.answer, jsonb_build_object('name', o.to_name, 'address', o.to_address) as "to",
    case when p.id is not null then jsonb_build_object('id', p.id, 'name', p.name) end as person,
    case when m.id is not null then jsonb_build_object('id', m.id, 'name', m.name) end as member,
    o.subject, o.send_after, o.attempts, o.created_at, o.ended_at, o.text, o.html is not null as "hasHtml"
  from outbox o
  left join person p on p.workspace_id = o.workspace_id and p.id = o.person_id
  left join member m on m.workspace_id = o.workspace_id and m.id = o.member_id`;

type Row = Omit<Mail, 'sendAfter' | 'createdAt' | 'endedAt'> & {
  send_after: Date;
  created_at: Date;
  ended_at: Date | null;
  text: string;
  hasHtml: boolean;
};

function toMail({
  send_after: sendAfter,
  created_at: createdAt,
  ended_at: endedAt,
  text: _,
  hasHtml: __,
  ...row
}: Row): Mail {
  return {
    ...row,
    sendAfter: sendAfter.toISOString(),
    createdAt: createdAt.toISOString(),
    endedAt: endedAt && endedAt.toISOString(),
  };
}

/** The newest first; what waits, the first to go first within its page. */
export async function listMail(
  tx: Tx,
  readership: Readership,
  wish: { shelf: OutboxShelf | null; personId: string | null; before: string | null; limit: number },
): Promise<Pick<Outbox, 'items' | 'nextCursor'>> {
  const { rows } = await sql<Row>`${selectMail}
    where o.workspace_id = ${tx.workspaceId} and ${seen(readership)}
      and ${wish.shelf === null ? sql`true` : sql`o.state = any(${[...statesOn[wish.shelf]]}::text[])`}
      and ${wish.personId === null ? sql`true` : sql`o.person_id = ${wish.personId}`}
      and ${wish.before === null ? sql`true` : sql`o.id < ${wish.before}`}
    order by o.id desc limit ${wish.limit + 1}`.execute(tx.db);
  const page = rows.slice(0, wish.limit);
  return { items: page.map(toMail), nextCursor: rows.length > wish.limit ? (page.at(-1)?.id ?? null) : null };
}

export async function countMail(tx: Tx, readership: Readership): Promise<Outbox['counts']> {
  const count = (shelf: OutboxShelf) =>
    sql`count(*) filter (where o.state = any(${[...statesOn[shelf]]}::text[]))::int`;
  const { rows } = await sql<Outbox['counts']>`
    select ${count('waiting')} as waiting, ${count('attention')} as attention, ${count('sent')} as sent, ${count('cancelled')} as cancelled
    from outbox o where o.workspace_id = ${tx.workspaceId} and ${seen(readership)}`.execute(tx.db);
  return rows[0] ?? { waiting: 0, attention: 0, sent: 0, cancelled: 0 };
}

export async function findMail(tx: Tx, readership: Readership, id: string): Promise<MailWithText | undefined> {
  const { rows } = await sql<Row>`${selectMail}
    where o.workspace_id = ${tx.workspaceId} and o.id = ${id} and ${seen(readership)}`.execute(tx.db);
  const [row] = rows;
  return row && { ...toMail(row), text: row.kind === 'sign_in' ? null : row.text, hasHtml: row.hasHtml };
}
