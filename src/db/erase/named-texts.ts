import { sql } from 'kysely';
import type { Tx } from '../transaction.ts';

/** The texts of imports that may name somebody. */
export type ImportTexts = {
  id: string;
  file_name: string;
  columns: unknown;
  choices: unknown;
  rejected: unknown;
  history: unknown;
  failure: unknown;
};

export async function importTexts(tx: Tx): Promise<ImportTexts[]> {
  const { rows } = await sql<ImportTexts>`
    select id, file_name, columns, choices, rejected, history, failure from import where workspace_id = ${tx.workspaceId} order by id`.execute(
    tx.db,
  );
  return rows;
}

export async function writeImportTexts(tx: Tx, texts: ImportTexts): Promise<void> {
  const json = (value: unknown) => sql`${value === null ? null : JSON.stringify(value)}::jsonb`;
  await sql`
    update import set file_name = ${texts.file_name}, columns = ${json(texts.columns)}, choices = ${json(texts.choices)}, rejected = ${json(texts.rejected)},
      history = ${json(texts.history)}, failure = ${json(texts.failure)}
    where workspace_id = ${tx.workspaceId} and id = ${texts.id}`.execute(tx.db);
}

/** Bytes of uploads that nobody is reading now: whether somebody stands in a packed file cannot be searched. */
export async function forgetContents(tx: Tx): Promise<void> {
  await sql`
    update import set content = null
    where workspace_id = ${tx.workspaceId} and content is not null and status not in ('checking', 'committing')`.execute(
    tx.db,
  );
}

export async function contractCustomers(tx: Tx): Promise<{ id: string; customer: string }[]> {
  return tx.db.selectFrom('contract').select(['id', 'customer']).where('workspace_id', '=', tx.workspaceId).execute();
}

export async function writeCustomer(tx: Tx, id: string, customer: string): Promise<void> {
  await tx.db
    .updateTable('contract')
    .set({ customer })
    .where('workspace_id', '=', tx.workspaceId)
    .where('id', '=', id)
    .execute();
}
