import fc from 'fast-check';
import { expect, test } from 'vitest';
import { happenedAt } from './happened-at.ts';

const now = new Date('2026-11-24T09:00:00Z');
const day = 86_400_000;
const at = (ms: number) => new Date(now.getTime() + ms);

test('a phone without a connection since yesterday logs on yesterday', () => {
  expect(happenedAt(now, at(-day), now)).toEqual(at(-day));
});

test('a clock that is wrong by any amount changes nothing: only the time between counts', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: -4000 * day, max: 4000 * day }),
      fc.integer({ min: 0, max: 30 * day }),
      (off, ago) => {
        expect(happenedAt(now, at(off - ago), at(off))).toEqual(at(-ago));
      },
    ),
  );
});

test('a clock that was set back meanwhile, or years, is held within limits', () => {
  expect(happenedAt(now, at(day), now)).toEqual(now);
  expect(happenedAt(now, at(-400 * day), now)).toEqual(at(-31 * day));
  expect(happenedAt(now, at(-3600_000), null)).toEqual(at(-3600_000));
});
