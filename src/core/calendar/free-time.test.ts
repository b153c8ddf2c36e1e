import fc from 'fast-check';
import { expect, test } from 'vitest';
import { freeMinutes } from './free-time.ts';

const at = (minutes: number) => new Date(Date.UTC(2026, 10, 24, 8) + minutes * 60_000);
const spans = fc.array(
  fc
    .record({ from: fc.integer({ min: -60, max: 600 }), length: fc.integer({ min: 0, max: 200 }) })
    .map(({ from, length }) => ({
      startsAt: at(from),
      endsAt: at(from + length),
    })),
  { maxLength: 12 },
);

test('what lies between, and not a gap too short to call', () => {
  const busy = [
    { startsAt: at(60), endsAt: at(120) },
    { startsAt: at(90), endsAt: at(150) },
    { startsAt: at(153), endsAt: at(180) },
  ];
  expect(freeMinutes(busy, at(0), at(480))).toBe(60 + 300);
  expect(freeMinutes([], at(0), at(480))).toBe(480);
  expect(freeMinutes([], at(480), at(0))).toBe(0);
});

test('minute by minute it comes to the same, in any order', () => {
  fc.assert(
    fc.property(spans, fc.integer({ min: 0, max: 300 }), fc.integer({ min: 0, max: 300 }), (busy, start, length) => {
      const taken = Array.from({ length }, (_, i) =>
        busy.some((one) => one.startsAt <= at(start + i) && one.endsAt >= at(start + i + 1)),
      );
      const free = freeMinutes(busy, at(start), at(start + length), 1);
      expect(free).toBe(taken.filter((one) => !one).length);
      expect(freeMinutes(busy.toReversed(), at(start), at(start + length), 1)).toBe(free);
    }),
  );
});
