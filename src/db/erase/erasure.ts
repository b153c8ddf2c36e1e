import { sql } from 'kysely';
import type { Day } from '#core/day/day';
import type { Tx } from '../transaction.ts';

/** The ledger of who is erased: ids and days. It is merged at a restore (db/backup/fill-tables.ts). */
/** `objected`: the day, of who had objected too. */
export type LedgerLine = { workspace: string; person: string; on: string; objected?: string | null };

export async function insertErasures(
  tx: Tx,
  persons: readonly { id: string; objected_on: string | null }[],
  on: string,
): Promise<void> {
  await addErasures(
    tx,
    persons.map(({ id, objected_on: objected }) => ({ workspace: tx.workspaceId, person: id, on, objected })),
  );
}

/** Of those who are erased once more, out of a backup: who had objected, and when. */
export async function objectionsInLedger(tx: Tx, persons: readonly string[]): Promise<Map<string, Day>> {
  const { rows } = await sql<{ id: string; on: Day }>`
    select id, objected_on as "on" from erasure
    where workspace_id = ${tx.workspaceId} and id = any(${[...persons]}::uuid[]) and objected_on is not null`.execute(
    tx.db,
  );
  return new Map(rows.map((row) => [row.id, row.on]));
}

/** Lines of a ledger, into that of this workspace; who is on it already keeps the day. */
export async function addErasures(tx: Tx, lines: readonly LedgerLine[]): Promise<void> {
  if (lines.length === 0) return;
  await sql`
    insert into erasure (workspace_id, id, erased_on, objected_on)
    select ${tx.workspaceId}::uuid, id, min(erased_on), min(objected_on)
    from unnest(${lines.map((line) => line.person)}::uuid[], ${lines.map((line) => line.on)}::date[],
      ${lines.map((line) => line.objected ?? null)}::date[]) as x (id, erased_on, objected_on)
    group by id
    on conflict (workspace_id, id) do update set objected_on = coalesce(erasure.objected_on, excluded.objected_on)`.execute(
    tx.db,
  );
}

export async function ledgerOf(tx: Tx): Promise<LedgerLine[]> {
  const { rows } = await sql<LedgerLine>`
    select workspace_id as workspace, id as person, erased_on as "on", objected_on as objected from erasure where workspace_id = ${tx.workspaceId} order by id`.execute(
    tx.db,
  );
  return rows;
}

/** Whose day has come, and who is here again though erased: out of a backup. */
export async function personsToErase(tx: Tx, on: string, limit: number): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    select id from person where workspace_id = ${tx.workspaceId} and erase_on is not null and erase_on <= ${on}::date
    union
    select p.id from erasure e join person p on p.workspace_id = e.workspace_id and p.id = e.id where e.workspace_id = ${tx.workspaceId}
    order by 1 limit ${limit}`.execute(tx.db);
  return rows.map((row) => row.id);
}

export type Waiting = { id: string; name: string; eraseOn: string; askedOn: string };

/** Who is waiting to be erased, the next first. */
export async function waitingToBeErased(tx: Tx, limit: number): Promise<Waiting[]> {
  const { rows } = await sql<Waiting>`
    select id, name, erase_on as "eraseOn", restricted_on as "askedOn" from person
    where workspace_id = ${tx.workspaceId} and erase_on is not null order by erase_on, id limit ${limit}`.execute(
    tx.db,
  );
  return rows;
}

export async function countErasures(tx: Tx): Promise<number> {
  const { rows } = await sql<{
    count: number;
  }>`select count(*)::int as count from erasure where workspace_id = ${tx.workspaceId}`.execute(tx.db);
  return rows[0]?.count ?? 0;
}

export async function postponeErasures(tx: Tx, until: string): Promise<void> {
  await sql`
    update person set erase_on = ${until}::date, version = version + 1
    where workspace_id = ${tx.workspaceId} and erase_on is not null and erase_on < ${until}::date`.execute(tx.db);
}
