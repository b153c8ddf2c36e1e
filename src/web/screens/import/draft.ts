import type { Import, ImportChoices, ImportColumn } from '#contract/import';
import { isImportField, type ImportField } from '#core/import/import-field';

/** What the user answers in the wizard; null = not answered yet. Kept over a reload (draft-store.ts). */
export type Draft = {
  /** Column index (as text) → field, only where the user said otherwise. */
  fields: Record<string, ImportField | null>;
  as: NonNullable<ImportChoices['as']> | null;
  basis: NonNullable<ImportChoices['basis']> | null;
  legalForm: NonNullable<ImportChoices['legalForm']> | null;
  /** What shows that they allowed it; null: there is none. */
  proof: NonNullable<ImportChoices['proof']> | null;
  notWon: 'open' | 'stopped' | null;
  readNotes: boolean | null;
  /** Rows whose notes the user leaves as they are. */
  notesNotOf: readonly number[];
  dateOrder: 'dmy' | 'mdy' | 'ymd' | null;
  decimal: ',' | '.' | null;
  assigneeId: string | null;
  /** Row number (as text) → contacts had; 0 = skipped, which is not sent. */
  heldByRow: Record<string, number>;
  /** Currency → rate as typed. */
  rates: Record<string, string>;
};

export const emptyDraft: Draft = {
  fields: {},
  as: null,
  basis: null,
  legalForm: null,
  proof: null,
  notWon: null,
  readNotes: null,
  notesNotOf: [],
  dateOrder: null,
  decimal: null,
  assigneeId: null,
  heldByRow: {},
  rates: {},
};

/** What a column means now: what the user said, else what was recognised. */
export function fieldOf(
  column: Pick<ImportColumn, 'index' | 'field'>,
  draft: Pick<Draft, 'fields'>,
): ImportField | null {
  const said = draft.fields[String(column.index)];
  if (said !== undefined) return said;
  return column.field !== null && isImportField(column.field) ? column.field : null;
}

export function hasField(found: Pick<Import, 'columns'>, draft: Draft, field: ImportField): boolean {
  return found.columns.some((column) => fieldOf(column, draft) === field);
}

/** A typed rate: "0,92" or "1.08". Null when it is none. */
export function readRate(text: string): number | null {
  const rate = Number(text.trim().replace(',', '.'));
  return text.trim() !== '' && Number.isFinite(rate) && rate > 0 ? rate : null;
}

/** The answers as the API takes them; what was not answered is left out. */
export function choicesOf(draft: Draft): ImportChoices {
  const rates = Object.entries(draft.rates).flatMap(([currency, text]) => {
    const rate = readRate(text);
    return rate === null ? [] : [[currency, rate] as const];
  });
  const held = Object.entries(draft.heldByRow).filter(([, count]) => count > 0);
  return {
    // Nobody falls off the list for an amount or a day: the trial run tells which cells were left out.
    keepUnreadable: true,
    ...(Object.keys(draft.fields).length > 0 && { fields: draft.fields }),
    ...(draft.as && { as: draft.as }),
    ...(draft.basis && { basis: draft.basis }),
    ...(draft.legalForm && { legalForm: draft.legalForm }),
    // Without words or a channel it proves nothing.
    ...(draft.proof && draft.proof.wording.trim() !== '' && draft.proof.channels.length > 0 && { proof: draft.proof }),
    ...(draft.notWon && { notWon: draft.notWon }),
    ...(draft.readNotes !== null && { readNotes: draft.readNotes }),
    ...(draft.readNotes === true && draft.notesNotOf.length > 0 && { notesNotOf: [...draft.notesNotOf] }),
    ...(draft.dateOrder && { dateOrder: draft.dateOrder }),
    ...(draft.decimal && { decimal: draft.decimal }),
    ...(draft.assigneeId && { assigneeId: draft.assigneeId }),
    ...(held.length > 0 && { heldByRow: Object.fromEntries(held) }),
    ...(rates.length > 0 && { rates: Object.fromEntries(rates) }),
  };
}
