import { openTable } from './open-table.ts';
import type { FileRefusal, TableFile } from './table-file.ts';

export type ReadTable = {
  readonly table: TableFile;
  readonly rows: readonly (readonly string[])[];
  readonly rowNumbers: readonly number[];
  readonly named: readonly string[];
};

/** The table of a file that must open, with all its rows; `named` are the rows with a problem, or with missing or extra cells. */
export async function readAll(table: TableFile | FileRefusal): Promise<ReadTable> {
  if (table.kind === 'refused') throw new Error(`refused: ${table.code}`);
  const rows: (readonly string[])[] = [];
  const rowNumbers: number[] = [];
  const named: string[] = [];
  for await (const row of table.rows()) {
    if ('problem' in row) named.push(`${row.rowNumber} ${row.problem}`);
    else {
      rows.push(row.cells);
      rowNumbers.push(row.rowNumber);
      if (row.missing !== undefined) named.push(`${row.rowNumber} missing ${row.missing}`);
      if (row.extra !== undefined) named.push(`${row.rowNumber} extra ${row.extra}`);
    }
  }
  return { table, rows, rowNumbers, named };
}

export async function readBytes(bytes: Uint8Array | string): Promise<ReadTable> {
  return readAll(await openTable({ bytes: Buffer.from(bytes) }));
}

/** The code with which a file is refused, or "opened". */
export async function refusalOf(bytes: Uint8Array | string): Promise<string> {
  const table = await openTable({ bytes: Buffer.from(bytes) });
  return table.kind === 'refused' ? table.code : 'opened';
}
