import { sharedFields, type ImportField } from './import-field.ts';

export type FieldColumn = {
  readonly index: number;
  readonly header: string;
  readonly field: ImportField | null;
  readonly confidence: number;
};

/**
 * The filled cells of a row by field. Of columns that share a field the surest filled one counts, the leftmost among equals;
 * notes are joined, the second and later under their header, so that nothing written is lost.
 */
export function valuesOfRow(
  columns: readonly FieldColumn[],
  cells: readonly string[],
): ReadonlyMap<ImportField, string> {
  const values = new Map<ImportField, string>();
  for (const column of surestFirst(columns)) {
    const cell = (cells[column.index] ?? '').trim();
    if (column.field === null || cell === '') continue;
    const before = values.get(column.field);
    if (before === undefined) values.set(column.field, cell);
    else if (column.field === 'note' && sharedFields.has('note'))
      values.set('note', `${before}\n${column.header}: ${cell}`);
  }
  return values;
}

const sorted = new WeakMap<readonly FieldColumn[], readonly FieldColumn[]>();

/** Sorted once a file, not once a row. */
function surestFirst(columns: readonly FieldColumn[]): readonly FieldColumn[] {
  let order = sorted.get(columns);
  if (!order) {
    order = columns
      .filter((column) => column.field !== null)
      .toSorted((a, b) => b.confidence - a.confidence || a.index - b.index);
    sorted.set(columns, order);
  }
  return order;
}
