import { createHash } from 'node:crypto';
import { exportFacts, exportedTables, exportRows } from '#db/export-rows';
import type { Tx } from '#db/transaction';
import { exportFormat, type ExportHeader } from '#files/export/export-format';

/**
 * Everything of a workspace as JSON Lines: a header with counts, a line for each record, and at the end the checksum of all before it.
 * The same data gives the same bytes, so that two exports can be compared (docs/decisions/0010).
 */
export async function* jsonLines(tx: Tx, told: (rows: number) => void = () => {}): AsyncGenerator<Buffer> {
  const hash = createHash('sha256');
  const hashed = (text: string): Buffer => {
    const bytes = Buffer.from(text);
    hash.update(bytes);
    return bytes;
  };
  const { schema, counts } = await exportFacts(tx);
  const header: ExportHeader = { aanhouder: 'export', format: exportFormat, schema, workspace: tx.workspaceId, counts };
  yield hashed(`${JSON.stringify(header)}\n`);
  for (const table of exportedTables) {
    for await (const lines of exportRows(tx, table)) {
      told(lines.length);
      yield hashed(`${lines.join('\n')}\n`);
    }
  }
  yield Buffer.from(`${JSON.stringify({ sha256: hash.digest('hex') })}\n`);
}
