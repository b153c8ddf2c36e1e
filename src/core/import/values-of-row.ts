import type { ImportField } from './import-field.ts';

export type FieldColumn = {
  readonly index: number;
  readonly header: string;
  readonly field: ImportField | null;
  readonly confidence: number;
};

/**
 * The filled cells of a row by field, looked up when asked. Of columns that share a field the surest filled one counts, the leftmost among
 * equals; notes are joined, the second and later under their header, so that nothing written is lost.
 */
export class RowValues {
  private readonly columns: ColumnsOfFields;
  private readonly cells: readonly string[];

  constructor(columns: readonly FieldColumn[], cells: readonly string[]) {
    this.columns = columnsOfFields(columns);
    this.cells = cells;
  }

  get(field: ImportField): string | undefined {
    let value: string | undefined;
    for (const { index, header } of this.columns.get(field) ?? none) {
      const cell = (this.cells[index] ?? '').trim();
      if (cell === '') continue;
      if (value === undefined) value = cell;
      else value = `${value}\n${header}: ${cell}`;
      if (field !== 'note') break;
    }
    return value;
  }

  isEmpty(): boolean {
    return [...this.columns.keys()].every((field) => this.get(field) === undefined);
  }
}

type ColumnsOfFields = ReadonlyMap<ImportField, readonly FieldColumn[]>;

const none: readonly FieldColumn[] = [];
const known = new WeakMap<readonly FieldColumn[], ColumnsOfFields>();

/** The columns of each field, the surest first: once a file, not once a row. */
function columnsOfFields(columns: readonly FieldColumn[]): ColumnsOfFields {
  let found = known.get(columns);
  if (!found) {
    const sorted = columns.toSorted((a, b) => b.confidence - a.confidence || a.index - b.index);
    const byField = new Map<ImportField, FieldColumn[]>();
    for (const column of sorted)
      if (column.field !== null) byField.set(column.field, [...(byField.get(column.field) ?? []), column]);
    known.set(columns, (found = byField));
  }
  return found;
}
