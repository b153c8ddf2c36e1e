import { createHash } from 'node:crypto';
import { lastWords } from '#core/import/last-words';
import { parseMoney } from '#core/import/parse-money';
import { pastedLines } from '#core/import/pasted-lines';
import { historyInNote } from '#core/import/read-opportunity-row';
import { recognise, type RecognisedFile } from '#core/import/recognise';
import { RowValues } from '#core/import/values-of-row';
import { AppError } from '#contract/app-error';
import type { Import } from '#contract/import';
import { findImport, forgetOldContent, insertImport } from '#db/import';
import { inWorkspace } from '#db/transaction';
import type { FileSource } from '#files/file-source';
import { imports } from '#i18n/en/import';
import { openTable } from '#files/open-table';
import { isNobody, type TableFile } from '#files/table-file';
import type { Context } from '../context.ts';
import { loadSurroundings, type Surroundings } from '../surroundings.ts';
import { toImportView, undoDays } from './import-view.ts';

const sampleRows = 300;
/** As many as one looks through; each can be left out by itself. */
const mostExamples = 30;
/** A minute of tapping, at two seconds a row. */
const mostToTap = 30;
const addressBooks: ReadonlySet<string> = new Set(['google', 'outlook', 'linkedin', 'vcard']);

/** A file as it came, and what is understood of it: a proposal that the wizard shows. */
export async function uploadImport(
  context: Context,
  given: { fileName: string; bytes: Buffer; pasted?: boolean },
): Promise<Import> {
  const text = given.pasted ? pastedLines(given.bytes.toString('utf8')) : null;
  const file = text === null ? given : { ...given, bytes: Buffer.from(text) };
  const source: FileSource = text === null ? { bytes: file.bytes } : { text };
  const table = await openOrRefuse(source, file.fileName);
  return inWorkspace(context.databases, context.actor.workspaceId, async (tx) => {
    const surroundings = await loadSurroundings(tx, context.actor.memberId, context.now());
    const look = await lookInto(table, file.fileName, surroundings);
    const id = context.newId();
    await forgetOldContent(tx, new Date(context.now().getTime() - undoDays * 86_400_000));
    await insertImport(tx, {
      id,
      member_id: context.actor.memberId,
      file_name: file.fileName.slice(0, 200),
      file_hash: createHash('sha256').update(file.bytes).digest('hex'),
      content: file.bytes,
      kind: look.kind,
      recognised: look.recognised,
      columns: look.file.columns,
      row_count: look.rows,
      status: 'uploaded',
      history: { ...look.history, headerRow: table.headerRow },
      currencies: look.currencies,
      created_at: context.now(),
    });
    const row = await findImport(tx, id);
    if (!row) throw new Error('the import just made is not there');
    return toImportView(row, context.now());
  });
}

export async function openOrRefuse(source: FileSource, fileName: string): Promise<TableFile> {
  const table = await openTable(source);
  if (table.kind === 'refused') throw refusal(table.code, fileName);
  return table;
}

function refusal(code: keyof typeof imports.refusal, fileName: string): AppError {
  return new AppError(code === 'file_too_large' ? 'file_too_large' : 'file_unreadable', {
    at: fileName,
    detail: imports.refusal[code],
    facts: { reason: code },
  });
}

export type Look = {
  file: RecognisedFile;
  kind: 'opportunities' | 'moments' | 'persons';
  recognised: string;
  rows: number;
  currencies: string[];
  history: {
    hasHeld: boolean;
    readable: number;
    examples: { row: number; name: string; text: string; days: string[]; held: number }[];
  };
};

/**
 * Recognises columns by the first rows, then reads on once: how many rows, which currencies, which notes tell days. Throws `file_unreadable`
 * for a file with headers and nobody below them.
 */
export async function lookInto(
  table: TableFile,
  fileName: string,
  surroundings: Pick<Surroundings, 'today' | 'workspace'>,
): Promise<Look> {
  const sample: (readonly string[])[] = [];
  for await (const row of table.rows()) {
    if (!('problem' in row)) sample.push(row.cells);
    if (sample.length >= sampleRows) break;
  }
  const file = recognise(table.headers, sample);
  const hasHeld = file.columns.some((column) => column.field === 'held');
  const history: Look['history'] = { hasHeld, readable: 0, examples: [] };
  // Two days in a note say more about how we read them than one; without any day the wizard asks.
  const noted: Record<'several' | 'one' | 'none', Look['history']['examples']> = { several: [], one: [], none: [] };
  const currencies = new Set<string>();
  let rows = 0;
  let people = 0;
  for await (const row of table.rows()) {
    rows++;
    if (!('problem' in row && isNobody(row.problem))) people++;
    if ('problem' in row) continue;
    const values = new RowValues(file.columns, row.cells);
    const value = values.get('value');
    // Only a sum with more than figures names a currency.
    const money = value === undefined || /^[\d.,\s-]*$/.test(value) ? null : parseMoney(value, file.decimal);
    const currency = values.get('currency')?.toUpperCase() ?? (money?.ok ? money.value.currency : null);
    if (currency && /^[A-Z]{3}$/.test(currency) && currency !== surroundings.workspace.currency)
      currencies.add(currency);
    if (hasHeld) continue;
    const note = values.get('note') ?? '';
    const { days, held } = historyInNote(note, { today: surroundings.today, order: file.dateOrder });
    if (held > 0) history.readable++;
    const [examples, most] =
      held === 0 ? ([noted.none, mostToTap] as const) : ([held > 1 ? noted.several : noted.one, mostExamples] as const);
    if (examples.length >= most) continue;
    const name = nameIn(values);
    // A total below the list, or an empty line: nobody to ask about.
    if (held === 0 && name === '') continue;
    examples.push({
      row: row.rowNumber,
      name,
      text: lastWords(note) === null ? note.slice(0, 200) : note.slice(0, 400),
      days,
      held,
    });
  }
  history.examples = [...[...noted.several, ...noted.one].slice(0, mostExamples), ...noted.none];
  if (people === 0) throw refusal('headers_only', fileName);
  const recognised = table.kind === 'vcard' ? 'vcard' : file.source;
  return {
    file,
    recognised,
    kind: file.kind === 'moments' ? 'moments' : addressBooks.has(recognised) ? 'persons' : 'opportunities',
    rows,
    currencies: [...currencies],
    history,
  };
}

function nameIn(values: RowValues): string {
  const parts = ['firstName', 'particle', 'lastName'] as const;
  const whole = parts.flatMap((part) => values.get(part) ?? []).join(' ');
  return values.get('name') ?? (whole || (values.get('organisation') ?? values.get('email') ?? ''));
}
