import { expect, test } from 'vitest';
import { readYearDay, writtenYearDay } from './year-day-text.ts';

/* Birthdays as files have them (vCard 2.1 to 4, address books, lists). */

test.each([
  ['1980-03-22', { month: 3, day: 22, year: 1980 }],
  ['19800322', { month: 3, day: 22, year: 1980 }],
  ['1980-03-22T00:00:00Z', { month: 3, day: 22, year: 1980 }],
  ['--0203', { month: 2, day: 3, year: null }],
  ['--02-29', { month: 2, day: 29, year: null }],
  ['1604-02-29', { month: 2, day: 29, year: null }],
  ['3-2-1980', { month: 2, day: 3, year: 1980 }],
  ['29-2', { month: 2, day: 29, year: null }],
  ['3 februari', { month: 2, day: 3, year: null }],
  ["3 feb '49", { month: 2, day: 3, year: 1949 }],
  ['29-02-1984', { month: 2, day: 29, year: 1984 }],
])('%s', (text, found) => expect(readYearDay(text, 'dmy')).toEqual(found));

test.each(['', 'voorjaar', '31-02-1980', '29-2-1985', '--1332'])('%s is no day', (text) =>
  expect(readYearDay(text, 'dmy')).toBeNull(),
);

test('what is written is read back', () => {
  for (const day of [
    { month: 2, day: 29, year: null },
    { month: 12, day: 1, year: 1971 },
  ])
    expect(readYearDay(writtenYearDay(day), 'mdy')).toEqual(day);
});
