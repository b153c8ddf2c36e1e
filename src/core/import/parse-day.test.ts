import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays, toDay } from '../day/day.ts';
import { dayCases } from './parse-day.cases.ts';
import { parseDay, type DateOrder } from './parse-day.ts';

const today = toDay('2026-03-10');

describe('a day as people and programs write it', () => {
  it.each(dayCases)('%s in a %s file is %s', (text, order, expected) => {
    const parsed = parseDay(text, order, { today });
    expect(parsed.ok ? parsed.value : parsed.problem).toBe(expected);
  });

  it('without a year lies ahead when a plan is read', () => {
    expect(parseDay('3/9', 'dmy', { today, noYear: 'future' })).toEqual({ ok: true, value: '2026-09-03' });
    expect(parseDay('9 maart', 'dmy', { today, noYear: 'future' })).toEqual({ ok: true, value: '2027-03-09' });
  });

  it('without a year and without today is refused', () => {
    expect(parseDay('3/9', 'dmy')).toEqual({ ok: false, problem: 'no_year' });
  });

  it('of an instant is the day in the member’s zone', () => {
    expect(parseDay('2024-08-13T23:30:00Z', 'dmy', { zone: 'Europe/Amsterdam' })).toEqual({
      ok: true,
      value: '2024-08-14',
    });
    expect(parseDay('2024-08-13 23:30:00+00', 'dmy', { zone: 'Europe/Amsterdam' })).toEqual({
      ok: true,
      value: '2024-08-14',
    });
    expect(parseDay('2024-08-13T23:30:00Z', 'dmy')).toEqual({ ok: true, value: '2024-08-13' });
  });

  const days = fc.integer({ min: 0, max: 73_000 }).map((offset) => addDays(toDay('1950-01-01'), offset));
  const written: Record<DateOrder, (y: string, m: string, d: string) => string> = {
    dmy: (y, m, d) => `${Number(d)}-${Number(m)}-${y}`,
    mdy: (y, m, d) => `${m}/${d}/${y}`,
    ymd: (y, m, d) => `${y}-${m}-${d}`,
  };

  it('comes back from every order that it can be written in', () => {
    fc.assert(
      fc.property(days, fc.constantFrom<DateOrder>('dmy', 'mdy', 'ymd'), (day, order) => {
        const [y = '', m = '', d = ''] = day.split('-');
        expect(parseDay(written[order](y, m, d), order)).toEqual({ ok: true, value: day });
      }),
    );
  });

  it('of plain figures is read as the rule for all days reads it', () => {
    const plain = fc.tuple(
      fc.integer({ min: 0, max: 40 }),
      fc.constantFrom('-', '/', '.'),
      fc.integer({ min: 0, max: 40 }),
      fc.constantFrom('-', '/', '.'),
      fc.integer({ min: 0, max: 3000 }),
    );
    fc.assert(
      fc.property(plain, fc.constantFrom<DateOrder>('dmy', 'mdy', 'ymd'), ([a, one, b, two, year], order) => {
        const text = `${a}${one}${b}${two}${String(year).padStart(4, '0')}`;
        // The space keeps it from the short way.
        expect(parseDay(text, order, { today })).toEqual(parseDay(` ${text}`, order, { today }));
      }),
      { numRuns: 1000 },
    );
  });

  it('is never guessed: any text gives a day or a problem', () => {
    const dateLike = fc.string({ unit: fc.constantFrom(...'0123456789-/. :TZ+janfebmei,e'), maxLength: 30 });
    fc.assert(
      fc.property(fc.oneof(fc.string(), dateLike), fc.constantFrom<DateOrder>('dmy', 'mdy', 'ymd'), (text, order) => {
        const parsed = parseDay(text, order, { today, zone: 'Europe/Amsterdam' });
        expect(parsed.ok ? toDay(parsed.value) : parsed.problem).toMatch(
          /^(?:\d{4}-\d{2}-\d{2}|empty|not_a_date|no_such_day)$/,
        );
      }),
      { numRuns: 2000 },
    );
  });
});
