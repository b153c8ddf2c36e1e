import { expect, test } from 'vitest';
import type { CounterRow } from '#core/counter/contribution';
import { keyOf } from '#core/counter/counter-delta';
import { verifyCounters } from './verify-counters.ts';

const missed = (count: number): CounterRow => ({
  table: 'missed',
  assigneeId: 'm1',
  held: 3,
  warmth: 'spoke',
  count,
  value: count * 100,
  withoutValue: 0,
});
const asMap = (...rows: CounterRow[]) => new Map(rows.map((row) => [keyOf(row), row]));
const key = 'missed|m1|3|spoke';

test('equal counters have no difference', () => {
  expect(verifyCounters([missed(2)], asMap(missed(2)))).toEqual({ differences: [], rows: 1 });
});

test('each number that differs is named; a row too many or missing counts as zeros', () => {
  const difference = (stored: number, recomputed: number) => [
    { what: 'counter_missed.count', record: key, stored, recomputed },
    { what: 'counter_missed.value', record: key, stored: stored * 100, recomputed: recomputed * 100 },
  ];
  expect(verifyCounters([missed(2)], asMap(missed(3))).differences).toEqual(difference(2, 3));
  expect(verifyCounters([missed(2)], asMap()).differences).toEqual(difference(2, 0));
  expect(verifyCounters([], asMap(missed(3))).differences).toEqual(difference(0, 3));
});
