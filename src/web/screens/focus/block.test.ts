import { expect, test } from 'vitest';
import { beginBlock, doneIn, minutesLeft, nextInBlock } from './block.ts';

const none = { moments: 0, conversations: 0, appointments: 0, sales: 0, minutes: 0 };
const began = beginBlock({ on: '2026-11-24', done: { ...none, moments: 3 } }, 1_000_000);

test('a block counts down in whole minutes, and a clock that is set back or forward does no harm', () => {
  expect(minutesLeft(began, 1_000_000)).toBe(30);
  expect(minutesLeft(began, 1_000_000 + 90_000)).toBe(29);
  expect(minutesLeft(began, 1_000_000 + 3 * 3_600_000)).toBe(0);
  expect(minutesLeft(began, 0)).toBe(30);
});

test('what was done before the block is not counted in it, and what is taken back makes nothing negative', () => {
  expect(doneIn({ on: '2026-11-24', done: { ...none, moments: 5, conversations: 1 } }, began)).toEqual({
    ...none,
    moments: 2,
    conversations: 1,
  });
  expect(doneIn({ on: '2026-11-24', done: { ...none, moments: 2 } }, began).moments).toBe(0);
  // Past midnight the day begins at nothing.
  expect(doneIn({ on: '2026-11-25', done: { ...none, moments: 2 } }, began).moments).toBe(2);
});

test('who was put aside does not come back in the block', () => {
  const item = (id: string) => ({ opportunity: { id } }) as Parameters<typeof nextInBlock>[0]['items'][number];
  const today = { items: [item('a'), item('b')], rest: [item('c')] };
  const next = (passed: string[]) => nextInBlock(today, { ...began, passed })?.opportunity.id ?? null;
  expect(nextInBlock(today, began, 'b')?.opportunity.id).toBe('b');
  expect(nextInBlock(today, { ...began, passed: ['b'] }, 'b')?.opportunity.id).toBe('a');
  expect([next([]), next(['a']), next(['a', 'b']), next(['a', 'b', 'c'])]).toEqual(['a', 'b', 'c', null]);
});
