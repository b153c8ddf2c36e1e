import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { learnedMinutes, MINUTES_WEIGHT } from './learned-minutes.ts';

const none = { count: 0, minutes: 0 };
const seen = fc
  .record({ count: fc.nat(5000), each: fc.nat(1440) })
  .map(({ count, each }) => ({ count, minutes: count * each }));

describe('minutes learned', () => {
  it('are the setting until something was said', () => {
    expect(learnedMinutes(10, none, none)).toBe(10);
    expect(learnedMinutes(0, none, none)).toBe(1);
    expect(learnedMinutes(0, none, none, 0)).toBe(0);
  });

  it('weigh the setting as ten moments for who is alone', () => {
    expect(MINUTES_WEIGHT).toBe(10);
    expect(learnedMinutes(10, { count: 34, minutes: 34 * 7 }, none)).toBe(Math.round((100 + 34 * 7) / 44));
  });

  it('start from what colleagues need for who has said nothing', () => {
    expect(learnedMinutes(10, none, { count: 90, minutes: 90 * 20 })).toBe(19);
  });

  it('are whole, at least one, and lie between the setting and what was said', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 600 }), seen, seen, (setting, own, others) => {
        const minutes = learnedMinutes(setting, own, others);
        expect(Number.isInteger(minutes) && minutes >= 1).toBe(true);
        const means = [own, others].flatMap(({ count, minutes: all }) => (count > 0 ? [all / count] : []));
        expect(minutes).toBeLessThanOrEqual(Math.max(setting, ...means) + 0.5);
        expect(minutes).toBeGreaterThanOrEqual(Math.max(1, Math.min(setting, ...means) - 0.5));
      }),
    );
  });

  it('of finding a prospect grow by time in which nobody was found', () => {
    expect(learnedMinutes(45, { count: 0, minutes: 100 }, none, 0)).toBe(55);
  });
});
