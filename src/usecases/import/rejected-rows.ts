import { readMomentRow } from '#core/import/read-moment-row';
import { readOpportunityRow } from '#core/import/read-opportunity-row';
import { AppError } from '#contract/app-error';
import type { ImportChoices } from '#contract/import';
import { findImport, importContent } from '#db/import';
import { inWorkspace } from '#db/transaction';
import { isNobody } from '#files/table-file';
import type { Context } from '../context.ts';
import { makeJob } from './import-job.ts';
import { toImportView } from './import-view.ts';
import { rejectWords } from './reject-words.ts';
import { openOrRefuse } from './upload-import.ts';

/** Leading characters that a spreadsheet takes for a formula, also behind spaces; such a cell gets an apostrophe. */
const formula = /^[\s\p{Cf}\p{Cc}]*[=+\-@＝＋－＠]/u;

function cell(text: string): string {
  const safe = formula.test(text) ? `'${text}` : text;
  return /[",;\n\r]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

/** The rejected rows as they stood in the file, each with row number and reason, to mend and bring again. */
export async function rejectedRows(context: Context, id: string): Promise<string> {
  return inWorkspace(context.databases, context.actor.workspaceId, async (tx) => {
    const row = await findImport(tx, id);
    const content = row && (await importContent(tx, id));
    if (!row || !content) throw new AppError('not_found', { at: 'import' });
    const view = toImportView(row, context.now());
    const job = await makeJob(
      tx,
      context,
      { id, kind: row.kind, columns: view.columns, rows: row.row_count },
      row.choices as ImportChoices,
      async () => undefined,
    );
    const { language } = job.surroundings.member;
    const table = await openOrRefuse(
      row.file_name === 'paste' ? { text: content.toString('utf8') } : { bytes: content },
      row.file_name,
    );
    const reason = (code: string, field: string | null) => rejectWords(language, { code, field });
    const lines = [
      [...(language === 'nl' ? ['rij', 'reden'] : ['row', 'reason']), ...table.headers].map(cell).join(','),
    ];
    for await (const one of table.rows()) {
      if ('problem' in one) {
        if (isNobody(one.problem)) continue;
        lines.push([String(one.rowNumber), reason(one.problem, null), ...one.found].map(cell).join(','));
        continue;
      }
      const read =
        row.kind === 'moments'
          ? readMomentRow(job.choices, one.cells)
          : readOpportunityRow(job.choices, one.rowNumber, one.cells);
      if (!read.ok)
        lines.push(
          [String(one.rowNumber), read.faults.map((f) => reason(f.code, f.field)).join(' '), ...one.cells]
            .map(cell)
            .join(','),
        );
    }
    return `﻿${lines.join('\r\n')}\r\n`;
  });
}
