import type { Insertable, Selectable } from 'kysely';
import { sql } from 'kysely';
import { toDay } from '#core/day/day';
import type { Inbound, MomentFacts } from '#core/opportunity/facts';
import type { MomentTable } from './tables.ts';
import { prepared } from './prepared.ts';
import type { Tx } from './transaction.ts';

export type MomentRow = Selectable<MomentTable>;

export function toMomentFacts(row: MomentRow): MomentFacts {
  return {
    id: row.id,
    memberId: row.member_id,
    number: row.number,
    channel: row.channel,
    outcome: row.outcome,
    warmthBefore: row.warmth_before,
    minutes: row.minutes,
    minutesTold: row.minutes_told,
    happenedOn: toDay(row.happened_on),
    fillsOpening: row.fills_opening,
    createdAt: row.created_at,
  };
}

/** The moments that count, of one opportunity. */
export function momentsOf(tx: Tx, opportunityId: string): Promise<MomentRow[]> {
  return counting(tx, { opportunityId }, tx.kept);
}

const counting = prepared((tx, { opportunityId }: { opportunityId: string }) =>
  tx.db
    .selectFrom('moment')
    .selectAll()
    .where('workspace_id', '=', tx.workspaceId)
    .where('opportunity_id', '=', opportunityId)
    .where('void_at', 'is', null),
);

export async function findMoment(tx: Tx, id: string): Promise<MomentRow | undefined> {
  return tx.db
    .selectFrom('moment')
    .selectAll()
    .where('workspace_id', '=', tx.workspaceId)
    .where('id', '=', id)
    .executeTakeFirst();
}

/** All of its columns: of each the same statement. */
export type NewMoment = Omit<Required<Insertable<MomentTable>>, 'workspace_id' | 'version' | 'void_at'>;

export async function insertMoment(tx: Tx, row: NewMoment): Promise<void> {
  await insertion(tx, row, tx.kept);
}

const insertion = prepared((tx, row: NewMoment) =>
  tx.db.insertInto('moment').values({ workspace_id: tx.workspaceId, ...row }),
);

/** Writes number and warmth before, where they changed: one statement. */
export async function renumberMoments(tx: Tx, moments: readonly MomentFacts[]): Promise<void> {
  if (moments.length === 0) return;
  const ids = moments.map((m) => m.id);
  const numbers = moments.map((m) => m.number);
  await renumbering(tx, { ids, numbers, warmths: moments.map((m) => m.warmthBefore) }, tx.kept);
}

type Renumbering = { ids: string[]; numbers: (number | null)[]; warmths: string[] };

const renumbering = prepared(
  (tx, { ids, numbers, warmths }: Renumbering) => sql`
    update moment set number = x.number, warmth_before = x.warmth_before
    from unnest(${ids}::uuid[], ${numbers}::int[], ${warmths}::text[]) as x (id, number, warmth_before)
    where moment.workspace_id = ${tx.workspaceId} and moment.id = x.id
      and (moment.number is distinct from x.number or moment.warmth_before <> x.warmth_before)`,
);

export async function updateMoment(
  tx: Tx,
  id: string,
  values: Partial<
    Pick<
      MomentRow,
      'channel' | 'outcome' | 'minutes' | 'minutes_told' | 'note' | 'happened_on' | 'intent' | 'void_at' | 'version'
    >
  >,
): Promise<void> {
  await tx.db
    .updateTable('moment')
    .set(values)
    .where('workspace_id', '=', tx.workspaceId)
    .where('id', '=', id)
    .execute();
}

/** They stay as history, and no longer count. */
export async function voidMoments(tx: Tx, ids: readonly string[], at: Date): Promise<void> {
  if (ids.length === 0) return;
  await tx.db
    .updateTable('moment')
    .set({ void_at: at, number: null })
    .where('workspace_id', '=', tx.workspaceId)
    .where('id', 'in', ids)
    .execute();
}

/** When they contacted us: it warms (definition 4). */
export async function inboundsOf(tx: Tx, opportunityId: string): Promise<Inbound[]> {
  const rows = await inbounds(tx, { opportunityId }, tx.kept);
  return rows.map((row) => ({ on: toDay(row.happened_on), at: row.created_at }));
}

const inbounds = prepared((tx, { opportunityId }: { opportunityId: string }) =>
  tx.db
    .selectFrom('event')
    .select(['happened_on', 'created_at'])
    .where('workspace_id', '=', tx.workspaceId)
    .where('opportunity_id', '=', opportunityId)
    .where('kind', '=', 'inbound')
    .where('void_at', 'is', null),
);

/** Puts the stored images of corrected moments back. */
export async function restoreMoments(tx: Tx, images: readonly Record<string, unknown>[]): Promise<void> {
  for (const image of images) {
    await sql`
      update moment m set (channel, outcome, minutes, minutes_told, note, happened_on, intent, version) = (
        select i.channel, i.outcome, i.minutes, coalesce(i.minutes_told, false), i.note, i.happened_on, i.intent, m.version + 1 from jsonb_populate_record(null::moment, ${JSON.stringify(image)}::jsonb) as i)
      where m.workspace_id = ${tx.workspaceId} and m.id = ${String(image['id'])}`.execute(tx.db);
  }
}
