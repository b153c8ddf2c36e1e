import { setImmediate } from 'node:timers/promises';
import type { CustomField } from '#core/custom-field/custom-field';
import { ownText } from '#core/import/own-text';
import {
  type OpportunityDraft,
  readOpportunityRow,
  type RowChoices,
  type RowFault,
} from '#core/import/read-opportunity-row';
import { type OwnValues, readOwnFields } from '#core/import/read-own-fields';
import { isNobody, type TableFile, type TableRow } from '#files/table-file';
import type { ImportReport } from './import-report.ts';
import { rowKeys } from './row-keys.ts';
import { rowsAtOnce } from './rows-at-once.ts';

const batchRows = 1000;

export type Accepted = { row: number; key: string; draft: OpportunityDraft; own: OwnValues };

/** Why a row of the file itself cannot be used: told with its place, the rest goes on. */
export function faultOfRow(row: Extract<TableRow, { problem: string }>): RowFault {
  return {
    code: row.problem,
    field: null,
    value: row.found
      .filter((cell) => cell.trim() !== '')
      .join(' ')
      .slice(0, 80),
    kept: false,
  };
}

/** `done`: so many rows of the file were read. */
export type Batch = { rows: readonly Accepted[]; done: number };

/** The rows that can be used, in batches; the others are told. */
export async function* acceptedRows(
  table: TableFile,
  choices: RowChoices,
  report: ImportReport,
  fields: readonly CustomField[],
): AsyncGenerator<Batch, void, undefined> {
  const keyOf = rowKeys();
  const seen = new Set<string>();
  let rows: Accepted[] = [];
  let done = 0;
  for await (const row of table.rows()) {
    done++;
    if (done % rowsAtOnce === 0) await setImmediate();
    if ('problem' in row) {
      if (isNobody(row.problem)) report.add(row.rowNumber, [{ ...faultOfRow(row), kept: true }]);
      else report.reject(row.rowNumber, [faultOfRow(row)]);
      continue;
    }
    const read = readOpportunityRow(choices, row.rowNumber, row.cells);
    if (!read.ok) {
      report.reject(row.rowNumber, read.faults);
      continue;
    }
    const key = keyOf(row.cells, read.draft.externalId);
    if (seen.has(key)) {
      report.counts.skipped++;
      report.add(row.rowNumber, [
        { code: 'same_id_again', field: 'externalId', value: read.draft.externalId ?? '', kept: true },
      ]);
      continue;
    }
    if (read.draft.externalId !== null) seen.add(ownText(key));
    const own = readOwnFields(fields, choices, row.cells);
    report.add(row.rowNumber, own.faults.length > 0 ? [...read.faults, ...own.faults] : read.faults);
    read.draft.person.custom = own.person;
    rows.push({ row: row.rowNumber, key, draft: read.draft, own });
    if (rows.length < batchRows) continue;
    yield { rows, done };
    rows = [];
  }
  if (rows.length > 0) yield { rows, done };
}
