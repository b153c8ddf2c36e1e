import fc from 'fast-check';
import { expect, test } from 'vitest';
import { changeValues, type CustomField, fieldKinds, problemOfValue } from './custom-field.ts';

const fields: readonly CustomField[] = fieldKinds.map((kind) => ({
  id: kind,
  of: 'person',
  kind,
  name: kind,
  choices: kind === 'choice' ? [{ id: 'a', name: 'A' }] : [],
}));

test('a value is of its field’s kind; null and an empty text take one away; the rest stays', () => {
  const before = { text: 'x', number: 2 };
  const wish = { text: ' ', number: null, date: '2027-02-28', choice: 'a' };
  expect(changeValues(fields, 'person', before, wish)).toEqual({
    kind: 'changed',
    values: { date: '2027-02-28', choice: 'a' },
  });
  expect(changeValues(fields, 'person', before, {})).toEqual({ kind: 'changed', values: before });
});

test.each([
  ['text', 5, 'field_not_text'],
  ['text', 'x'.repeat(1001), 'field_not_text'],
  ['number', '5', 'field_not_number'],
  ['number', Number.NaN, 'field_not_number'],
  ['date', '2027-02-30', 'field_not_date'],
  ['choice', 'b', 'field_not_choice'],
])('%s: %s is refused', (field, value, why) => {
  expect(changeValues(fields, 'person', {}, { [field]: value })).toEqual({ kind: 'refused', why, field });
});

test('a field of opportunities is none of a person, and an unknown one is none', () => {
  expect(changeValues(fields, 'opportunity', {}, { text: 'x' })).toMatchObject({ why: 'field_unknown' });
  expect(changeValues(fields, 'person', {}, { nonsense: 'x' })).toMatchObject({ why: 'field_unknown' });
});

test('whatever is sent, what is stored fits its field', () => {
  const values = fc.dictionary(
    fc.constantFrom(...fieldKinds),
    fc.oneof(fc.string(), fc.double(), fc.constantFrom(null, 'a', '2027-01-01')),
  );
  fc.assert(
    fc.property(values, (wish) => {
      const change = changeValues(fields, 'person', {}, wish);
      if (change.kind === 'refused') return;
      for (const field of fields) {
        const value = change.values[field.id];
        if (value !== undefined) expect(problemOfValue(field, value)).toBeNull();
      }
    }),
  );
});
