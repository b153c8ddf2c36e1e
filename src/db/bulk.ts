import { sql } from 'kysely';
import { asText, binaryArray } from './binary-array.ts';
import type { Tx } from './transaction.ts';
import type { Tables } from './tables.ts';

type Bulk = 'organisation' | 'person' | 'person_organisation' | 'opportunity' | 'moment' | 'event' | 'import_touched';

/**
 * Many rows in one statement: an array a column, which the server takes apart in a tenth of the time of a JSON parameter (measured on
 * opportunities: 4 against 37 µs a row). A column that says the same in every row is sent once. Every row has the columns of the first.
 * Sent at once (knowColumns comes first): several calls, not waited for, are carried out in their order. `unlessThere`: what is there
 * already stays, else it is a fault.
 */
export function insertMany<T extends Bulk>(
  tx: Tx,
  table: T,
  rows: readonly Readonly<Partial<Record<Extract<keyof Tables[T], string>, unknown>>>[],
  { unlessThere = false } = {},
): Promise<void> {
  const first = rows[0];
  if (!first) return Promise.resolve();
  const columns = Object.keys(first) as (keyof typeof first)[];
  const values = columns.map((column, at) => {
    const type = types?.get(`${table}.${column}`);
    if (type === undefined) throw new TypeError(`The table ${table} has no column ${column}.`);
    const same = first[column];
    // The first says how many rows there are.
    if (at > 0 && rows.every((row) => row[column] === same))
      return sql`${same === null || same === undefined ? null : asText(same)}::${sql.raw(type)}`;
    const array = binaryArray(
      type,
      rows.map((row) => row[column]),
    );
    return sql`unnest(${array}::${sql.raw(type)}[])`;
  });
  return sql`
    insert into ${sql.table(table)} (workspace_id, ${sql.join(columns.map((column) => sql.ref(column)))})
    select ${tx.workspaceId}::uuid, ${sql.join(values)} ${unlessThere ? sql`on conflict do nothing` : sql``}`
    .execute(tx.db)
    .then(() => undefined);
}

const tables: readonly Bulk[] = [
  'organisation',
  'person',
  'person_organisation',
  'opportunity',
  'moment',
  'event',
  'import_touched',
];
let types: ReadonlyMap<string, string> | undefined;

/** Before the first insertMany: the type of each `table.column`, as an array must say its own. Asked of the database once. */
export async function knowColumns(tx: Tx): Promise<void> {
  if (types) return;
  const { rows } = await sql<{ name: string; type: string }>`
    select c.relname || '.' || a.attname as name, format_type(a.atttypid, null) as type
    from pg_attribute a join pg_class c on c.oid = a.attrelid
    where a.attrelid = any(${tables}::regclass[]) and a.attnum > 0 and not a.attisdropped`.execute(tx.db);
  types = new Map(rows.map(({ name, type }) => [name, type]));
}

/**
 * For a transaction of many rows, before each of its turns; done at the 1st, 2nd, 4th, 8th …: what is planned on a small table is slow on the
 * large one that it becomes. Of two indexes that seem equal at 1,000 persons the wrong one was taken by the checks of foreign keys, which made
 * 45,000 take a minute.
 */
export async function planAnew(tx: Tx, turn: number): Promise<void> {
  if (Number.isInteger(Math.log2(turn))) await sql`discard plans`.execute(tx.db);
}

/** What a transaction of many rows brought so far becomes known to the planner (0028-speed.sql). */
export async function learnOfImport(tx: Tx): Promise<void> {
  await sql`select learn_of_import()`.execute(tx.db);
}

/**
 * The text indexes gather what a transaction of many rows brings and take it in at once, instead of every 4 MB: half their time.
 * `settleTexts` empties what is left.
 */
export async function gatherTexts(tx: Tx): Promise<void> {
  await sql`set local gin_pending_list_limit = '64MB'`.execute(tx.db);
}

/** What the text indexes gathered is taken in, and the planner sees it. */
export async function settleTexts(tx: Tx): Promise<void> {
  await sql`select settle_texts()`.execute(tx.db);
}

/** Below this many rows it would cost more than it brings. */
const manyRows = 1000;

/** At the end of a transaction of many rows: the planner sees what it brought (0034-words-follow.sql). */
export async function settleAfterImport(tx: Tx, rows: number): Promise<void> {
  if (rows >= manyRows) await sql`select settle_after_import()`.execute(tx.db);
}
