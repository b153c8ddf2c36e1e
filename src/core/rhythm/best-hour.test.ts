import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  bestHourOfPerson,
  bestHourOfWorkspace,
  countHours,
  enoughOfPerson,
  enoughOfWorkspace,
  type HourCount,
  smoothedShare,
} from './best-hour.ts';

const count = fc
  .record({
    hour: fc.integer({ min: 0, max: 23 }),
    tried: fc.integer({ min: 1, max: 60 }),
    missed: fc.integer({ min: 0, max: 60 }),
  })
  .map(({ hour, tried, missed }): HourCount => ({ hour, tried, reached: Math.max(0, tried - missed) }));
const counts = fc.uniqueArray(count, { selector: (one) => one.hour, maxLength: 12 });
const total = (list: readonly HourCount[]) => list.reduce((sum, one) => sum + one.tried, 0);

describe('the best hour of a person', () => {
  test('is said with its counts, once there are enough calls', () => {
    const own = [
      { hour: 9, tried: 4, reached: 1 },
      { hour: 16, tried: 5, reached: 4 },
    ];
    expect(bestHourOfPerson(own, [])).toMatchObject({ hour: 16, tried: 5, reached: 4, of: 9 });
    expect(bestHourOfPerson([{ hour: 16, tried: 5, reached: 5 }], [])).toBeNull();
  });

  test('is not two lucky calls against what the whole company sees in hundreds', () => {
    const workspace = [
      { hour: 8, tried: 300, reached: 30 },
      { hour: 14, tried: 300, reached: 240 },
    ];
    const own = [
      { hour: 8, tried: 2, reached: 2 },
      { hour: 14, tried: 10, reached: 8 },
    ];
    expect(bestHourOfPerson(own, workspace)?.hour).toBe(14);
    const many = [
      { hour: 8, tried: 30, reached: 29 },
      { hour: 14, tried: 10, reached: 5 },
    ];
    expect(bestHourOfPerson(many, workspace)?.hour).toBe(8);
  });

  test('is an hour in which they were called and reached, never said with too few calls', () => {
    fc.assert(
      fc.property(counts, counts, (own, workspace) => {
        const best = bestHourOfPerson(own, workspace);
        if (total(own) < enoughOfPerson) expect(best).toBeNull();
        if (best === null) return;
        expect(own).toContainEqual({ hour: best.hour, tried: best.tried, reached: best.reached });
        expect(best.reached).toBeGreaterThan(0);
        expect(best.of).toBe(total(own));
        expect(best.share).toBeGreaterThan(0);
        expect(best.share).toBeLessThanOrEqual(1);
      }),
    );
  });

  test('stays the best when they are reached in it once more', () => {
    fc.assert(
      fc.property(counts, counts, (own, workspace) => {
        const best = bestHourOfPerson(own, workspace);
        if (best === null) return;
        const more = own.map((one) =>
          one.hour === best.hour ? { ...one, tried: one.tried + 1, reached: one.reached + 1 } : one,
        );
        expect(bestHourOfPerson(more, workspace)?.hour).toBe(best.hour);
      }),
    );
  });
});

test('a smoothed share lies between what was seen and what was known before', () => {
  fc.assert(
    fc.property(count, fc.double({ min: 0, max: 1, noNaN: true }), (one, prior) => {
      const seen = one.reached / one.tried;
      const share = smoothedShare(one, prior);
      expect(share).toBeGreaterThanOrEqual(Math.min(seen, prior) - 1e-12);
      expect(share).toBeLessThanOrEqual(Math.max(seen, prior) + 1e-12);
    }),
  );
});

test('of the whole workspace with forty calls or more', () => {
  const few = [{ hour: 10, tried: enoughOfWorkspace - 1, reached: 20 }];
  expect(bestHourOfWorkspace(few)).toBeNull();
  expect(bestHourOfWorkspace([{ hour: 10, tried: enoughOfWorkspace, reached: 20 }])).toMatchObject({
    hour: 10,
    of: 40,
  });
});

test('calls are counted by hour', () => {
  const calls = [9, 9, 16].map((hour, i) => ({ hour, reached: i > 0 }));
  expect(countHours(calls)).toEqual([
    { hour: 9, tried: 2, reached: 1 },
    { hour: 16, tried: 1, reached: 1 },
  ]);
});
