import { sql } from 'kysely';
import type { RightsAct } from '#core/privacy/vocabulary';
import type { Tx } from './transaction.ts';

export type RightsEntry = {
  id: string;
  kind: RightsAct;
  personId: string | null;
  requestId?: string | null;
  /** Null: by itself, at night. */
  memberId: string | null;
  reason?: string | null;
  at: Date;
};

/** That it was done, by whom and when; never what it held. */
export async function logRights(tx: Tx, entries: readonly RightsEntry[]): Promise<void> {
  if (entries.length === 0) return;
  await tx.db
    .insertInto('rights_log')
    .values(
      entries.map((one) => ({
        workspace_id: tx.workspaceId,
        id: one.id,
        kind: one.kind,
        person_id: one.personId,
        request_id: one.requestId ?? null,
        member_id: one.memberId,
        reason: one.reason ?? null,
        created_at: one.at,
      })),
    )
    .execute();
}

export type RightsLine = { id: string; kind: RightsAct; at: Date; member: string | null; reason: string | null };

/** Newest first. */
export async function rightsOfPerson(tx: Tx, personId: string, limit: number): Promise<RightsLine[]> {
  const { rows } = await sql<RightsLine>`
    select l.id, l.kind, l.created_at as at, m.name as member, l.reason from rights_log l
    left join member m on m.workspace_id = l.workspace_id and m.id = l.member_id
    where l.workspace_id = ${tx.workspaceId} and l.person_id = ${personId} order by l.created_at desc, l.id desc limit ${limit}`.execute(
    tx.db,
  );
  return rows;
}

/** Whether the restriction of a person was chosen as one, and not only came with an erasure. */
export async function chosenRestriction(tx: Tx, personId: string): Promise<boolean> {
  const { rows } = await sql<{ kind: RightsAct }>`
    select kind from rights_log where workspace_id = ${tx.workspaceId} and person_id = ${personId} and kind in ('restricted', 'restriction_ended')
    order by created_at desc, id desc limit 1`.execute(tx.db);
  return rows[0]?.kind === 'restricted';
}
