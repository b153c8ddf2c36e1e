import { sql } from 'kysely';
import type { Day } from '#core/day/day';
import type { Outcome } from '#core/opportunity/vocabulary';
import type { Tx } from './transaction.ts';

export type CallRow = { at: Date; on: Day; outcome: Outcome };

const mostOfPerson = 500;
const mostOfWorkspace = 3000;

/** The newest calls to a person. */
export async function callsTo(tx: Tx, personId: string): Promise<CallRow[]> {
  const { rows } = await sql<CallRow>`
    select created_at as at, happened_on as "on", outcome from moment
    where workspace_id = ${tx.workspaceId} and person_id = ${personId} and channel = 'call' and void_at is null and import_id is null
    order by happened_on desc, id desc limit ${sql.lit(mostOfPerson)}`.execute(tx.db);
  return rows;
}

/** The newest calls of the whole workspace: enough to know by, however long the history. By the key, which rises with time. */
export async function callsOfWorkspace(tx: Tx): Promise<CallRow[]> {
  const { rows } = await sql<CallRow>`
    select created_at as at, happened_on as "on", outcome from moment
    where workspace_id = ${tx.workspaceId} and channel = 'call' and void_at is null and import_id is null
    order by id desc limit ${sql.lit(mostOfWorkspace)}`.execute(tx.db);
  return rows;
}
