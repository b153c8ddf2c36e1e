import { isDamage } from '../damaged-file.ts';
import type { FileSource } from '../file-source.ts';
import { refused, type FileRefusal, type TableFile } from '../table-file.ts';
import { tableOfRows, type RawRow } from '../table-of-rows.ts';
import type { CellContext } from './cell-text.ts';
import { readSharedStrings } from './shared-strings.ts';
import { sheetRows } from './sheet-rows.ts';
import { readMeanings, readWorkbook, type Sheet, type Workbook } from './workbook.ts';
import { openZip, type ZipParts } from './zip-parts.ts';

/** Opens a workbook: values as saved (no formula is evaluated), days by their number format, one sheet. */
export async function openXlsx(source: FileSource, sheetName: string | undefined): Promise<TableFile | FileRefusal> {
  try {
    const zip = await openZip(source);
    try {
      return await openWorkbook(source, zip, sheetName);
    } finally {
      zip.close();
    }
  } catch (error) {
    if (isDamage(error)) return refused('file_damaged');
    throw error;
  }
}

async function openWorkbook(
  source: FileSource,
  zip: ZipParts,
  sheetName: string | undefined,
): Promise<TableFile | FileRefusal> {
  if (!zip.isWithinLimits(zip.names().filter((name) => name.endsWith('.rels') || name.endsWith('workbook.xml'))))
    return refused('inflates_too_far');
  const workbook = await readWorkbook(zip);
  if (workbook === null) return refused(isOtherSpreadsheet(zip) ? 'other_spreadsheet' : 'not_a_table');
  const context = await readContext(zip, workbook);
  if (context === null) return refused('inflates_too_far');
  const candidates =
    sheetName === undefined
      ? visibleFirst(workbook.sheets)
      : workbook.sheets.filter((sheet) => sheet.name === sheetName);
  for (const sheet of candidates) {
    const parts = [sheet.part, workbook.stringsPart, workbook.stylesPart].filter((part) => part !== null);
    if (!zip.isWithinLimits(parts)) return refused('inflates_too_far');
    const table = await tableOfRows(() => rowsOfSheet(source, sheet, context), {
      kind: 'xlsx',
      sheet: sheet.name,
      sheets: workbook.sheets.map(({ name }) => name),
    });
    if (table.kind !== 'refused' || table.code !== 'no_rows') return table;
  }
  return refused('no_rows');
}

/** Sheets that somebody hid hold lists for drop-downs; they come only when nothing else is there. */
function visibleFirst(sheets: readonly Sheet[]): readonly Sheet[] {
  return [...sheets.filter((sheet) => !sheet.hidden), ...sheets.filter((sheet) => sheet.hidden)];
}

async function readContext(zip: ZipParts, workbook: Workbook): Promise<CellContext | null> {
  if (!zip.isWithinLimits([workbook.stringsPart, workbook.stylesPart].filter((part) => part !== null))) return null;
  const sharedStrings = await readSharedStrings(zip, workbook.stringsPart);
  if (sharedStrings === null) return null;
  return { sharedStrings, meanings: await readMeanings(zip, workbook.stylesPart), from1904: workbook.from1904 };
}

function isOtherSpreadsheet(zip: ZipParts): boolean {
  return zip
    .names()
    .some(
      (name) =>
        name === 'xl/workbook.bin' || name === 'mimetype' || name === 'content.xml' || /^Index\/.*\.iwa$/.test(name),
    );
}

async function* rowsOfSheet(source: FileSource, sheet: Sheet, context: CellContext): AsyncGenerator<RawRow[]> {
  const zip = await openZip(source);
  let rowNumber = 0;
  try {
    for await (const row of sheetRows(await zip.read(sheet.part), context)) {
      rowNumber = row.rowNumber;
      yield [row];
    }
  } catch (error) {
    if (!isDamage(error)) throw error;
    yield [{ rowNumber: rowNumber + 1, problem: 'file_damaged', found: [] }];
  } finally {
    zip.close();
  }
}
