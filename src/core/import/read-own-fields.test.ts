import { expect, test } from 'vitest';
import type { CustomField } from '../custom-field/custom-field.ts';
import { toDay } from '../day/day.ts';
import { ownFieldOf } from './import-field.ts';
import { readOwnFields } from './read-own-fields.ts';

const fields: readonly CustomField[] = [
  { id: 'a', of: 'person', kind: 'text', name: 'Klantnummer', choices: [] },
  { id: 'b', of: 'opportunity', kind: 'number', name: 'Stoelen', choices: [] },
  { id: 'c', of: 'opportunity', kind: 'date', name: 'Einde', choices: [] },
  { id: 'd', of: 'opportunity', kind: 'choice', name: 'Soort', choices: [{ id: 'd1', name: 'Bakkerij' }] },
];
const notation = {
  columns: fields.map(({ id, name }, index) => ({ index, header: name, field: ownFieldOf(id), confidence: 1 })),
  dateOrder: 'dmy',
  decimal: ',',
  today: toDay('2026-11-24'),
  timeZone: 'Europe/Amsterdam',
} as const;

test('each cell is read as its field’s kind, and stands on what it is of', () => {
  expect(readOwnFields(fields, notation, [' K-17 ', '1.250,5', '3-2-2027', 'bakkerij'])).toEqual({
    person: { a: 'K-17' },
    opportunity: { b: 1250.5, c: '2027-02-03', d: 'd1' },
    faults: [],
  });
});

test.each([
  ['1', 'twaalf'],
  ['2', '31-31-2027'],
  ['3', 'kapper'],
])('a cell in column %s that does not fit (%s) is left out and told, the rest comes in', (column, text) => {
  const cells = ['K-17', '', '', ''];
  cells[Number(column)] = text;
  const { person, opportunity, faults } = readOwnFields(fields, notation, cells);
  expect({ person, opportunity }).toEqual({ person: { a: 'K-17' }, opportunity: {} });
  expect(faults).toMatchObject([{ code: 'own_field_unreadable', value: text, kept: true }]);
});

test.each([
  ['12', 12],
  ['-3,5', -3.5],
  ['1 250', 1250],
  ['1.250', 1250],
  ['1.5', null],
])('“%s” as a number with a comma is %s', (text, value) => {
  expect(readOwnFields(fields, notation, ['', text, '', '']).opportunity).toEqual(value === null ? {} : { b: value });
});
