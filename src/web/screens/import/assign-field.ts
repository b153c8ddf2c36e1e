import type { ImportColumn } from '#contract/import';
import { sharedFields, type ImportField } from '#core/import/import-field';
import { fieldOf, type Draft } from './draft.ts';

/**
 * Says what a column is. A field that only one column can be is taken from the column that had it: `moved` names that one.
 */
export function assignField(
  columns: readonly ImportColumn[],
  fields: Draft['fields'],
  index: number,
  field: ImportField | null,
): { fields: Draft['fields']; moved: ImportColumn | null } {
  const next = { ...fields, [String(index)]: field };
  if (field === null || sharedFields.has(field)) return { fields: next, moved: null };
  const had = columns.find((column) => column.index !== index && fieldOf(column, { fields }) === field) ?? null;
  return { fields: had ? { ...next, [String(had.index)]: null } : next, moved: had };
}
