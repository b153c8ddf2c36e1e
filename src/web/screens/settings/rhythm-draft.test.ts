import { expect, test } from 'vitest';
import { defaultRhythm } from '#core/rhythm/rhythm';
import { daysOf, isGap, sameRhythm } from './rhythm-draft.ts';

test('only the first step may be on the day itself', () => {
  expect(isGap(0, 0)).toBe(true);
  expect(isGap(0, 1)).toBe(false);
  expect(isGap(365, 11)).toBe(true);
  expect(isGap(366, 11)).toBe(false);
  expect(isGap(Number.NaN, 3)).toBe(false);
});

test('a rhythm is the same when every step is', () => {
  expect(sameRhythm(defaultRhythm, structuredClone(defaultRhythm))).toBe(true);
  const changed = defaultRhythm.map((step, index) => (index === 4 ? { ...step, intent: 'give' as const } : step));
  expect(sameRhythm(defaultRhythm, changed)).toBe(false);
  expect(sameRhythm(defaultRhythm, defaultRhythm.slice(1))).toBe(false);
});

test('the days together leave out what is no number yet', () => {
  expect(
    daysOf([
      { gapDays: 3, channel: 'call', intent: 'ask' },
      { gapDays: Number.NaN, channel: 'call', intent: 'ask' },
    ]),
  ).toBe(3);
});
