import { type Insertable, type RawBuilder, type Selectable, sql } from 'kysely';
import type { ConsentHow } from '#core/permission/words';
import type { ConsentTable, PermissionOverrideTable } from './permission-tables.ts';
import { prepared } from './prepared.ts';
import type { Tx } from './transaction.ts';

export type ConsentRow = Selectable<ConsentTable>;
export type NewConsent = Omit<
  Insertable<ConsentTable>,
  'workspace_id' | 'withdrawn_at' | 'withdrawn_by' | 'withdrawn_how' | 'void_at'
>;

/** The proofs of a person that count: not withdrawn, not taken back. What is over by its day is told by that day. */
export function proofsOf(person: RawBuilder<unknown>, tx: Tx): RawBuilder<unknown> {
  return sql`coalesce((
    select jsonb_agg(jsonb_build_object('id', c.id, 'kind', c.kind, 'channels', c.channels, 'purposes', c.purposes, 'from', c.given_on,
      'until', c.until_on, 'confirmed', c.confirmed_on is not null) order by c.id)
    from consent c where c.workspace_id = ${tx.workspaceId} and c.person_id = ${person} and c.withdrawn_at is null and c.void_at is null), '[]')`;
}

/** Writes on the persons what counts now. */
export async function refreshProofs(tx: Tx, personIds: readonly string[]): Promise<void> {
  if (personIds.length === 0) return;
  await sql`update person p set proofs = ${proofsOf(sql`p.id`, tx)} where p.workspace_id = ${tx.workspaceId} and p.id = any(${[...personIds]}::uuid[])`.execute(
    tx.db,
  );
}

export async function insertConsents(tx: Tx, rows: readonly NewConsent[]): Promise<void> {
  if (rows.length === 0) return;
  await tx.db
    .insertInto('consent')
    .values(rows.map((row) => ({ workspace_id: tx.workspaceId, ...row })))
    .execute();
  await refreshProofs(tx, [...new Set(rows.map((row) => row.person_id))]);
}

/** Of a person, the newest first, with who recorded and who withdrew. */
export async function consentsOf(
  tx: Tx,
  personId: string,
): Promise<(ConsentRow & { recorded_name: string; withdrawn_name: string | null })[]> {
  return consents(tx, { personId });
}

const consents = prepared((tx, { personId }: { personId: string }) =>
  tx.db
    .selectFrom('consent as c')
    .innerJoin('member as m', (join) =>
      join.onRef('m.workspace_id', '=', 'c.workspace_id').onRef('m.id', '=', 'c.recorded_by'),
    )
    .leftJoin('member as w', (join) =>
      join.onRef('w.workspace_id', '=', 'c.workspace_id').onRef('w.id', '=', 'c.withdrawn_by'),
    )
    .selectAll('c')
    .select(['m.name as recorded_name', 'w.name as withdrawn_name'])
    .where('c.workspace_id', '=', tx.workspaceId)
    .where('c.person_id', '=', personId)
    .where('c.void_at', 'is', null)
    .orderBy('c.id', 'desc')
    .limit(sql.lit(200)),
);

export async function lockConsent(tx: Tx, id: string): Promise<ConsentRow | undefined> {
  return tx.db
    .selectFrom('consent')
    .selectAll()
    .where('workspace_id', '=', tx.workspaceId)
    .where('id', '=', id)
    .where('void_at', 'is', null)
    .forUpdate()
    .executeTakeFirst();
}

export async function withdrawConsent(
  tx: Tx,
  consent: Pick<ConsentRow, 'id' | 'person_id'>,
  withdrawal: { at: Date; by: string; how: ConsentHow },
): Promise<void> {
  await tx.db
    .updateTable('consent')
    .set({ withdrawn_at: withdrawal.at, withdrawn_by: withdrawal.by, withdrawn_how: withdrawal.how })
    .where('workspace_id', '=', tx.workspaceId)
    .where('id', '=', consent.id)
    .execute();
  await refreshProofs(tx, [consent.person_id]);
}

/** Recorded by mistake, and taken back. */
export async function voidConsents(tx: Tx, ids: readonly string[], at: Date): Promise<void> {
  if (ids.length === 0) return;
  const { rows } = await sql<{ person_id: string }>`
    update consent set void_at = ${at} where workspace_id = ${tx.workspaceId} and id = any(${[...ids]}::uuid[]) returning person_id`.execute(
    tx.db,
  );
  await refreshProofs(tx, [...new Set(rows.map((row) => row.person_id))]);
}

export type OverrideRow = Selectable<PermissionOverrideTable>;

export async function insertOverride(
  tx: Tx,
  row: Omit<Insertable<PermissionOverrideTable>, 'workspace_id'>,
): Promise<void> {
  await tx.db
    .insertInto('permission_override')
    .values({ workspace_id: tx.workspaceId, ...row })
    .execute();
}

/** The newest first. */
export function overridesOf(tx: Tx, personId: string): Promise<(OverrideRow & { member_name: string })[]> {
  return overrides(tx, { personId });
}

const overrides = prepared((tx, { personId }: { personId: string }) =>
  tx.db
    .selectFrom('permission_override as o')
    .innerJoin('member as m', (join) =>
      join.onRef('m.workspace_id', '=', 'o.workspace_id').onRef('m.id', '=', 'o.member_id'),
    )
    .selectAll('o')
    .select('m.name as member_name')
    .where('o.workspace_id', '=', tx.workspaceId)
    .where('o.person_id', '=', personId)
    .orderBy('o.id', 'desc')
    .limit(sql.lit(100)),
);
