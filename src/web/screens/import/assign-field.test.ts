import { expect, test } from 'vitest';
import { assignField } from './assign-field.ts';

const column = (index: number, field: string | null) => ({
  index,
  header: `k${index}`,
  field,
  confidence: 1,
  samples: [],
});
const columns = [column(0, 'name'), column(1, null), column(2, 'phone')];

test('a name moves from one column to the other, for only one can be the name', () => {
  const { fields, moved } = assignField(columns, {}, 1, 'name');
  expect(fields).toEqual({ 0: null, 1: 'name' });
  expect(moved?.index).toBe(0);
});

test('two columns may both be a phone number', () => {
  expect(assignField(columns, {}, 1, 'phone')).toEqual({ fields: { 1: 'phone' }, moved: null });
});

test('leaving a column out takes nothing from another', () => {
  expect(assignField(columns, {}, 0, null)).toEqual({ fields: { 0: null }, moved: null });
});

test('a field taken earlier from a column is not taken from it again', () => {
  const first = assignField(columns, {}, 1, 'name').fields;
  expect(assignField(columns, first, 2, 'name')).toEqual({
    fields: { 0: null, 1: null, 2: 'name' },
    moved: columns[1],
  });
});
