import fc from 'fast-check';
import { expect, test } from 'vitest';
import { addDays, toDay } from '#core/day/day';
import { type RoadMoment, roadOf, usualNumber } from './road.ts';

const day = toDay;
const aMoment = (number: number, on: string): RoadMoment => ({
  number,
  on: day(on),
  channel: 'call',
  outcome: 'no_answer',
});

test('a road runs from the day it was made, or the first contact before that, to the sale', () => {
  const moments = [aMoment(1, '2026-01-05'), aMoment(2, '2026-03-01')];
  expect(roadOf(day('2026-01-05'), day('2026-04-09'), moments).days).toBe(94);
  expect(roadOf(day('2026-02-01'), day('2026-04-09'), moments).days).toBe(94);
});

test('of a sale without a day, or brought in later, the days are not known', () => {
  expect(roadOf(day('2026-01-05'), null, []).days).toBeNull();
  expect(roadOf(day('2026-05-01'), day('2026-04-09'), []).days).toBeNull();
});

test('the longest time without a word is told with the contact before it', () => {
  const moments = [aMoment(3, '2026-01-01'), aMoment(4, '2026-01-20'), aMoment(5, '2026-03-02')];
  expect(roadOf(day('2026-01-01'), day('2026-03-02'), moments).pause).toEqual({ days: 41, after: 4 });
  expect(
    roadOf(day('2026-01-01'), day('2026-01-14'), [aMoment(3, '2026-01-01'), aMoment(4, '2026-01-14')]).pause,
  ).toBeNull();
});

test('half of the sales needed the usual number or fewer', () => {
  expect(usualNumber([])).toBeNull();
  expect(usualNumber([{ number: 0, count: 40 }])).toBeNull();
  const sale = fc.record({ number: fc.integer({ min: 0, max: 30 }), count: fc.integer({ min: 0, max: 50 }) });
  fc.assert(
    fc.property(fc.array(sale, { maxLength: 20 }), (sales) => {
      const usual = usualNumber(sales);
      const count = (only: (number: number) => boolean) =>
        sales.filter((s) => s.number > 0 && only(s.number)).reduce((sum, s) => sum + s.count, 0);
      const all = count(() => true);
      if (usual === null) return all === 0;
      return count((n) => n <= usual) * 2 >= all && count((n) => n < usual) * 2 < all;
    }),
  );
});

test('a day more anywhere never makes the pause shorter', () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 0, max: 90 }), { minLength: 1, maxLength: 12 }), (gaps) => {
      let on = day('2026-01-01');
      const moments = [0, ...gaps].map((gap, i) => {
        on = addDays(on, gap);
        return aMoment(i + 1, on);
      });
      const longest = Math.max(...gaps);
      expect(roadOf(day('2026-01-01'), on, moments).pause?.days ?? null).toBe(longest >= 14 ? longest : null);
    }),
  );
});
