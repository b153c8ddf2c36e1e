import type pg from 'pg';
import { copyOut } from '../copy.ts';
import { type Catalog, quoted, readCatalog, type StoredTable } from './stored-tables.ts';

/** One section: a table, and of one workspace where row security asks for that. Its rows must be read before the next section. */
export type TableRows = { table: StoredTable; rows: AsyncGenerator<Buffer, void, undefined> };

export type Picture = { catalog: Catalog; sections: () => AsyncGenerator<TableRows, void, undefined> };

/**
 * Everything as it is at one moment, whatever is written meanwhile. The owner of the tables is held by row security too, and that is
 * not lifted under a server that runs: it reads one workspace after another, as the app does, in one transaction.
 */
export async function readTables<T>(client: pg.Client, work: (picture: Picture) => Promise<T>): Promise<T> {
  await client.query('begin isolation level repeatable read read only');
  const catalog = await readCatalog(client);
  const { rows } = await client.query<{ id: string }>(
    'select distinct workspace_id::text as id from auth.membership order by 1',
  );
  const workspaces = rows.map((row) => row.id);
  const result = await work({ catalog, sections: () => sections(client, catalog, workspaces) });
  await client.query('commit');
  return result;
}

async function* sections(
  client: pg.Client,
  catalog: Catalog,
  workspaces: readonly string[],
): AsyncGenerator<TableRows, void, undefined> {
  for (const table of catalog.kept) {
    const columns = table.columns.map((column) => client.escapeIdentifier(column)).join(', ');
    const from = `select ${columns} from ${quoted(client, table.name)}`;
    if (table.workspaceColumn === null) {
      yield { table, rows: copyOut(client, `copy (${from}) to stdout`) };
      continue;
    }
    for (const workspace of workspaces) {
      await client.query(`set local app.workspace = ${client.escapeLiteral(workspace)}`);
      const own = `${from} where ${table.workspaceColumn} = ${client.escapeLiteral(workspace)}`;
      yield { table, rows: copyOut(client, `copy (${own}) to stdout`) };
    }
  }
}
