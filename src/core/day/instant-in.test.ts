import { expect, test } from 'vitest';
import { instantIn } from './instant-in.ts';

test('a clock time is an instant of its zone, in winter and in summer', () => {
  expect(instantIn('2026-11-24', '16:40', 'Europe/Amsterdam')).toBe('2026-11-24T15:40:00.000Z');
  expect(instantIn('2026-07-01', '09:00', 'Europe/Amsterdam')).toBe('2026-07-01T07:00:00.000Z');
  expect(instantIn('2026-11-24', '09:00', 'UTC')).toBe('2026-11-24T09:00:00.000Z');
});

test('around a change of clocks the offset is that of the moment itself', () => {
  expect(instantIn('2026-03-29', '01:30', 'Europe/Amsterdam')).toBe('2026-03-29T00:30:00.000Z');
  expect(instantIn('2026-03-29', '03:30', 'Europe/Amsterdam')).toBe('2026-03-29T01:30:00.000Z');
  expect(instantIn('2026-10-25', '09:00', 'Europe/Amsterdam')).toBe('2026-10-25T08:00:00.000Z');
  expect(instantIn('2026-10-24', '09:00', 'Europe/Amsterdam')).toBe('2026-10-24T07:00:00.000Z');
});

test('a time that comes twice is the first, and one that is skipped lies after the jump', () => {
  expect(instantIn('2026-10-25', '02:30', 'Europe/Amsterdam')).toBe('2026-10-25T00:30:00.000Z');
  expect(instantIn('2026-10-25', '03:00', 'Europe/Amsterdam')).toBe('2026-10-25T02:00:00.000Z');
  expect(instantIn('2027-03-28', '02:30', 'Europe/Amsterdam')).toBe('2027-03-28T01:30:00.000Z');
  expect(instantIn('2026-11-01', '01:30', 'America/New_York')).toBe('2026-11-01T05:30:00.000Z');
  expect(instantIn('2026-11-24', '00:30', 'Pacific/Kiritimati')).toBe('2026-11-23T10:30:00.000Z');
});
