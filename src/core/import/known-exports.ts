import { exportTables, type ExportTable, type KnownSource } from './export-tables.ts';
import { headerWords } from './header-words.ts';
import { isImportField, type ImportField } from './import-field.ts';
import { wordList } from './word-list.ts';

/** Of several headers of one field the first listed is the surest: "Stage" tells more than "Status". */
export type KnownColumn = { readonly field: ImportField | null; readonly confidence: number };

export type KnownExport = {
  readonly source: KnownSource;
  readonly marks: ReadonlySet<string>;
  readonly atLeast: number;
  readonly surely: string | null;
  readonly closed: boolean;
  /** By the header as `headerWords` gives it. */
  readonly fields: ReadonlyMap<string, KnownColumn>;
};

const knownExports = exportTables.map((table): KnownExport => ({
  source: table.source,
  marks: new Set(wordList(table.marks).map(headerWords)),
  atLeast: table.atLeast,
  surely: table.surely ?? null,
  closed: table.closed,
  fields: fieldsOf(table),
}));

function fieldsOf(table: ExportTable): ReadonlyMap<string, KnownColumn> {
  const fields = new Map<string, KnownColumn>();
  for (const line of table.fields.trim().split(/\n\s*(?=(?:\w+|-):)/)) {
    const colon = line.indexOf(':');
    const name = line.slice(0, colon);
    const field = isImportField(name) ? name : null;
    for (const [at, header] of wordList(line.slice(colon + 1)).entries()) {
      fields.set(headerWords(header), { field, confidence: 1 - at / 100 });
    }
  }
  return fields;
}

/** Which program wrote a file with these headers; null when no export is known to look so. */
export function knownExport(headers: readonly string[]): KnownExport | null {
  const words = new Set(headers.map((header) => headerWords(header)));
  let best: { found: KnownExport; score: number } | null = null;
  for (const candidate of knownExports) {
    const present = [...candidate.marks].filter((mark) => words.has(mark)).length;
    if (present < candidate.atLeast || (candidate.surely !== null && !words.has(candidate.surely))) continue;
    const score = present / candidate.atLeast;
    if (best === null || score > best.score) best = { found: candidate, score };
  }
  return best?.found ?? null;
}
