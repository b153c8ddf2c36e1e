import { expect, test } from 'vitest';
import { isNarrowed, queryOf, wholeMirror } from './mirror-filter.ts';

test('everything asks for nothing in particular', () => {
  expect(queryOf(wholeMirror, '2026-11-24')).toEqual({});
  expect(isNarrowed(wholeMirror)).toBe(false);
});

test('twelve months go back a year from today', () => {
  expect(queryOf({ ...wholeMirror, period: 'Year' }, '2026-11-24')).toEqual({ from: '2025-11-24' });
});

test('an own choice with one day filled in has one end', () => {
  expect(queryOf({ ...wholeMirror, period: 'Own', to: '2026-10-01' }, '2026-11-24')).toEqual({ to: '2026-10-01' });
});

test('days of an own choice are left out once another period is chosen', () => {
  expect(queryOf({ ...wholeMirror, from: '2026-01-01', source: 'beurs' }, '2026-11-24')).toEqual({ source: 'beurs' });
});
