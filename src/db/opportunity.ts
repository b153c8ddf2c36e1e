import { type Insertable, type Selectable, sql } from 'kysely';
import { type Day, toDay } from '#core/day/day';
import type { Next, OpportunityFacts, Quote, Recurring } from '#core/opportunity/facts';
import { rankValue } from '#core/opportunity/rank-value';
import { prepared } from './prepared.ts';
import type { Tx } from './transaction.ts';
import type { OpportunityTable } from './tables.ts';

export type OpportunityRow = Selectable<OpportunityTable>;
export type StoredOpportunity = { facts: OpportunityFacts; version: number };

const dayOrNull = (text: string | null): Day | null => (text === null ? null : toDay(text));

function nextOf(row: OpportunityRow): Next | null {
  if (row.next_on === null || row.next_channel === null || row.next_intent === null || row.next_purpose === null)
    return null;
  return {
    on: toDay(row.next_on),
    channel: row.next_channel,
    at: row.next_at,
    step: row.next_step,
    intent: row.next_intent,
    purpose: row.next_purpose,
    act: row.next_act,
  };
}

function recurringOf(row: OpportunityRow): Recurring | null {
  if (row.monthly === null || row.term_months === null) return null;
  return {
    amount: row.monthly,
    months: row.term_months,
    startsOn: dayOrNull(row.starts_on),
    renews: row.renews ?? false,
    noticeMonths: row.notice_months ?? 0,
  };
}

function quoteOf(row: OpportunityRow): Quote | null {
  if (row.quote_amount === null || row.quote_on === null || row.quote_state === null) return null;
  return {
    amount: row.quote_amount,
    sentOn: toDay(row.quote_on),
    validUntil: dayOrNull(row.quote_until),
    state: row.quote_state,
    link: row.quote_link,
  };
}

export function toFacts(row: OpportunityRow): OpportunityFacts {
  return {
    id: row.id,
    personId: row.person_id,
    organisationId: row.organisation_id,
    assigneeId: row.assignee_id,
    endedAssigneeId: row.ended_assignee_id,
    creditedId: row.credited_id,
    title: row.title,
    value: row.value,
    source: row.source,
    keen: row.keen,
    state: row.state,
    stop:
      row.stop_kind && row.stop_reason ? { kind: row.stop_kind, reason: row.stop_reason, note: row.stop_note } : null,
    openingHeld: row.opening_held,
    heldKnown: row.held_known,
    openingLastOn: dayOrNull(row.opening_last_on),
    held: row.held,
    conversations: row.conversations,
    warmth: row.warmth,
    pace: row.pace,
    paced: row.pace_by && row.pace_on ? { by: row.pace_by, on: toDay(row.pace_on) } : null,
    next: nextOf(row),
    last:
      row.last_on && row.last_channel && row.last_outcome
        ? { on: toDay(row.last_on), channel: row.last_channel, outcome: row.last_outcome }
        : null,
    waitingSince: row.waiting_since,
    pin: row.pin && row.pin_on ? { choice: row.pin, on: toDay(row.pin_on), reason: row.pin_reason } : null,
    objected: row.objected,
    revived: row.revived,
    lastWords: row.last_words,
    toComplete: row.to_complete,
    stage: row.stage,
    createdOn: toDay(row.created_on),
    endedOn: dayOrNull(row.ended_on),
    recurring: recurringOf(row),
    quote: quoteOf(row),
    payment: { expectedOn: dayOrNull(row.expected_on), paidOn: dayOrNull(row.paid_on) },
  };
}

export function toRow(
  facts: OpportunityFacts,
  averageValue: number,
): Omit<Insertable<OpportunityTable>, 'workspace_id' | 'version'> {
  return {
    id: facts.id,
    person_id: facts.personId,
    organisation_id: facts.organisationId,
    assignee_id: facts.assigneeId,
    ended_assignee_id: facts.endedAssigneeId,
    credited_id: facts.creditedId,
    title: facts.title,
    value: facts.value,
    rank_value: rankValue(facts.value, facts.held, averageValue),
    source: facts.source,
    keen: facts.keen,
    state: facts.state,
    stop_kind: facts.stop?.kind ?? null,
    stop_reason: facts.stop?.reason ?? null,
    stop_note: facts.stop?.note ?? null,
    opening_held: facts.openingHeld,
    held_known: facts.heldKnown,
    opening_last_on: facts.openingLastOn,
    held: facts.held,
    conversations: facts.conversations,
    warmth: facts.warmth,
    pace: facts.pace,
    pace_by: facts.paced?.by ?? null,
    pace_on: facts.paced?.on ?? null,
    next_on: facts.next?.on ?? null,
    next_channel: facts.next?.channel ?? null,
    next_at: facts.next?.at ?? null,
    next_step: facts.next?.step ?? null,
    next_intent: facts.next?.intent ?? null,
    next_purpose: facts.next?.purpose ?? null,
    next_act: facts.next?.act ?? null,
    last_on: facts.last?.on ?? null,
    last_channel: facts.last?.channel ?? null,
    last_outcome: facts.last?.outcome ?? null,
    waiting_since: facts.waitingSince,
    pin: facts.pin?.choice ?? null,
    pin_on: facts.pin?.on ?? null,
    pin_reason: facts.pin?.reason ?? null,
    objected: facts.objected,
    revived: facts.revived,
    last_words: facts.lastWords,
    to_complete: facts.toComplete,
    stage: facts.stage,
    created_on: facts.createdOn,
    ended_on: facts.endedOn,
    monthly: facts.recurring?.amount ?? null,
    term_months: facts.recurring?.months ?? null,
    starts_on: facts.recurring?.startsOn ?? null,
    renews: facts.recurring?.renews ?? null,
    notice_months: facts.recurring?.noticeMonths ?? null,
    quote_amount: facts.quote?.amount ?? null,
    quote_on: facts.quote?.sentOn ?? null,
    quote_until: facts.quote?.validUntil ?? null,
    quote_state: facts.quote?.state ?? null,
    quote_link: facts.quote?.link ?? null,
    expected_on: facts.payment.expectedOn,
    paid_on: facts.payment.paidOn,
  };
}

/** Locks the row: two tabs that change the same opportunity wait for each other. */
export async function lockOpportunity(tx: Tx, id: string): Promise<OpportunityRow | undefined> {
  return (await locking(tx, { id }, tx.kept))[0];
}

const locking = prepared((tx, { id }: { id: string }) =>
  tx.db
    .selectFrom('opportunity')
    .selectAll()
    .where('workspace_id', '=', tx.workspaceId)
    .where('id', '=', id)
    .forUpdate(),
);

/** Locked in id order, against deadlocks. */
export async function lockOpportunities(tx: Tx, ids: readonly string[]): Promise<OpportunityRow[]> {
  if (ids.length === 0) return [];
  return tx.db
    .selectFrom('opportunity')
    .selectAll()
    .where('workspace_id', '=', tx.workspaceId)
    .where('id', 'in', ids)
    .orderBy('id')
    .forUpdate()
    .execute();
}

export async function lockOpportunitiesOfPerson(tx: Tx, personId: string): Promise<OpportunityRow[]> {
  return tx.db
    .selectFrom('opportunity')
    .selectAll()
    .where('workspace_id', '=', tx.workspaceId)
    .where('person_id', '=', personId)
    .orderBy('id')
    .forUpdate()
    .execute();
}

export async function lockOpportunitiesOfPersons(tx: Tx, personIds: readonly string[]): Promise<void> {
  await tx.db
    .selectFrom('opportunity')
    .select('id')
    .where('workspace_id', '=', tx.workspaceId)
    .where(sql<boolean>`person_id = any(${[...personIds]}::uuid[])`)
    .orderBy('id')
    .forUpdate()
    .execute();
}

export async function insertOpportunity(tx: Tx, facts: OpportunityFacts, averageValue: number): Promise<void> {
  await tx.db
    .insertInto('opportunity')
    .values({ workspace_id: tx.workspaceId, ...toRow(facts, averageValue) })
    .execute();
}

/** Writes all of it in one UPDATE, so that `open ⇔ next moment` holds at every instant. Answers the new version. */
export async function updateOpportunity(tx: Tx, facts: OpportunityFacts, averageValue: number): Promise<number> {
  const [updated] = await updating(tx, toRow(facts, averageValue), tx.kept);
  if (!updated) throw new Error('An opportunity that is changed is locked first, and there.');
  return updated.version;
}

const updating = prepared((tx, { id, ...row }: ReturnType<typeof toRow>) => {
  return tx.db
    .updateTable('opportunity')
    .set((eb) => ({ ...row, version: eb('version', '+', 1) }))
    .where('workspace_id', '=', tx.workspaceId)
    .where('id', '=', id)
    .returning('version');
});

export async function deleteOpportunity(tx: Tx, id: string): Promise<void> {
  await tx.db.deleteFrom('opportunity').where('workspace_id', '=', tx.workspaceId).where('id', '=', id).execute();
}

/** Puts a stored image back; version stays as it is, for the update that follows. Columns that the database derives are left out. */
export async function restoreOpportunityRow(tx: Tx, image: Record<string, unknown>): Promise<void> {
  await restoreOpportunityRows(tx, [image]);
}

export async function restoreOpportunityRows(tx: Tx, images: readonly Record<string, unknown>[]): Promise<void> {
  if (images.length === 0) return;
  // An image from before there were custom fields says nothing of them.
  const of = (column: string) => (column === 'custom' ? sql`coalesce(i.custom, o.custom)` : sql.ref(`i.${column}`));
  await sql`
    update opportunity o set (${sql.join(restorable.map((column) => sql.ref(column)))}) = (select ${sql.join(restorable.map(of))})
    from jsonb_populate_recordset(null::opportunity, ${JSON.stringify(images)}::jsonb) as i
    where o.workspace_id = ${tx.workspaceId} and o.id = i.id`.execute(tx.db);
}

/** What a change of an opportunity can have touched. */
const restorable = [
  'person_id',
  'organisation_id',
  'assignee_id',
  'ended_assignee_id',
  'title',
  'value',
  'rank_value',
  'source',
  'keen',
  'state',
  'stop_kind',
  'stop_reason',
  'stop_note',
  'opening_held',
  'held_known',
  'opening_last_on',
  'held',
  'conversations',
  'warmth',
  'pace',
  'pace_by',
  'pace_on',
  'next_on',
  'next_channel',
  'next_at',
  'next_step',
  'next_intent',
  'next_purpose',
  'next_act',
  'last_on',
  'last_channel',
  'last_outcome',
  'waiting_since',
  'pin',
  'pin_on',
  'pin_reason',
  'objected',
  'revived',
  'last_words',
  'to_complete',
  'stage',
  'custom',
  'created_on',
  'ended_on',
  'monthly',
  'term_months',
  'starts_on',
  'renews',
  'notice_months',
  'quote_amount',
  'quote_on',
  'quote_until',
  'quote_state',
  'quote_link',
  'expected_on',
  'paid_on',
] as const;

export async function findOpportunity(tx: Tx, id: string): Promise<OpportunityRow | undefined> {
  return tx.db
    .selectFrom('opportunity')
    .selectAll()
    .where('workspace_id', '=', tx.workspaceId)
    .where('id', '=', id)
    .executeTakeFirst();
}

export async function deleteOpportunities(tx: Tx, ids: readonly string[]): Promise<void> {
  if (ids.length === 0) return;
  await tx.db.deleteFrom('opportunity').where('workspace_id', '=', tx.workspaceId).where('id', 'in', ids).execute();
}
