import pg from 'pg';
import { copyIn } from '../copy.ts';
import type { LedgerLine } from '../erase/erasure.ts';
import { quoted, readCatalog, type StoredTable } from './stored-tables.ts';

export type Filling = { table: string; columns: readonly string[]; rows: AsyncGenerator<Buffer, void, undefined> };
export type FillRefused =
  | { kind: 'refused'; why: 'has_data' | 'busy' | 'disk_full' }
  | { kind: 'refused'; why: 'unknown'; what: string };
export type Filled = { kind: 'filled' };

/** Carries a refusal out of the transaction, which is rolled back by it. */
class Refused extends Error {
  readonly refusal: FillRefused;
  constructor(refusal: FillRefused) {
    super('refused');
    this.refusal = refusal;
  }
}

/**
 * What waited when the backup was made may have gone since: nobody gets it twice by a restore. Somebody decides about each (docs/outbox.md).
 */
const restoredMail = `update public.outbox set state = 'uncertain', reason = 'restored', lease_until = null, ended_at = now(), version = version + 1
  where state in ('queued', 'sending')`;

const lockNotAvailable = '55P03';
const diskFull = '53100';

/**
 * Fills all tables, in one transaction. COPY does not write under row security, so inside it FORCE is taken off the tables and put back
 * on: nobody ever sees them without. Refused when there is data, unless `replace`, which empties them first. Who was erased stays so: the
 * ledger of what is replaced, and `erased`, are added to the one that comes in, in the same transaction.
 */
export async function fillTables(
  client: pg.Client,
  source: AsyncIterable<Filling>,
  replace: boolean,
  erased: readonly LedgerLine[],
): Promise<Filled | FillRefused> {
  await client.query('begin');
  try {
    await client.query(`set local lock_timeout = '15s'`);
    // Appointments come along, and are not made again by trigger (0021-calendar.sql).
    await client.query(`set local app.filling = 'yes'`);
    const { kept, passing } = await readCatalog(client);
    const forced = kept.filter((table) => table.workspaceColumn !== null);
    await forEach(client, forced, (table) => `alter table ${table} no force row level security`);
    if (!replace && (await hasData(client, kept))) throw new Refused({ kind: 'refused', why: 'has_data' });
    const ledger = [...(await readLedger(client)), ...erased];
    const names = [...kept.map((table) => table.name), ...passing].map((name) => quoted(client, name));
    await client.query(`truncate ${names.join(', ')}`);
    for await (const filling of source) await fill(client, kept, filling);
    await mergeLedger(client, ledger);
    await client.query(restoredMail);
    await forEach(client, forced, (table) => `alter table ${table} force row level security`);
    await client.query('commit');
  } catch (error) {
    await client.query('rollback').catch(() => {});
    if (error instanceof Refused) return error.refusal;
    if (error instanceof pg.DatabaseError && error.code === diskFull) return { kind: 'refused', why: 'disk_full' };
    if (error instanceof pg.DatabaseError && error.code === lockNotAvailable) return { kind: 'refused', why: 'busy' };
    throw error;
  }
  // The planner knows nothing of a table that was just filled.
  await client.query('analyze');
  return { kind: 'filled' };
}

async function fill(client: pg.Client, kept: readonly StoredTable[], { table, columns, rows }: Filling): Promise<void> {
  const known = kept.find(({ name }) => name === table);
  const strange = known ? columns.find((column) => !known.columns.includes(column)) : '';
  if (strange !== undefined)
    throw new Refused({ kind: 'refused', why: 'unknown', what: strange === '' ? table : `${table}.${strange}` });
  const list = columns.map((column) => client.escapeIdentifier(column)).join(', ');
  await copyIn(client, `copy ${quoted(client, table)} (${list}) from stdin`, rows);
}

async function readLedger(client: pg.Client): Promise<LedgerLine[]> {
  const { rows } = await client.query<LedgerLine>(
    'select workspace_id::text as workspace, id::text as person, erased_on::text as "on", objected_on::text as objected from public.erasure',
  );
  return rows;
}

async function mergeLedger(client: pg.Client, lines: readonly LedgerLine[]): Promise<void> {
  await client.query(
    `insert into public.erasure (workspace_id, id, erased_on, objected_on)
     select workspace_id, id, min(erased_on), min(objected_on)
     from unnest($1::uuid[], $2::uuid[], $3::date[], $4::date[]) as x (workspace_id, id, erased_on, objected_on) group by workspace_id, id
     on conflict (workspace_id, id) do update set objected_on = coalesce(erasure.objected_on, excluded.objected_on)`,
    [
      lines.map((line) => line.workspace),
      lines.map((line) => line.person),
      lines.map((line) => line.on),
      lines.map((line) => line.objected ?? null),
    ],
  );
}

async function hasData(client: pg.Client, tables: readonly StoredTable[]): Promise<boolean> {
  const any = tables.map(({ name }) => `exists (select from ${quoted(client, name)})`).join(' or ');
  const { rows } = await client.query<{ any: boolean }>(`select ${any} as any`);
  return rows[0]?.any ?? false;
}

async function forEach(
  client: pg.Client,
  tables: readonly StoredTable[],
  sql: (table: string) => string,
): Promise<void> {
  for (const { name } of tables) await client.query(sql(quoted(client, name)));
}
