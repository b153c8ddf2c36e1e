import { expect, test } from 'vitest';
import { sortOf, sortsOf } from './filters.ts';

test('what ended has no next contact to sort by: the newest come first', () => {
  expect(sortsOf('won')).not.toContain('next');
  expect(sortOf('won', null)).toBe('newest');
  expect(sortOf('stopped', 'next')).toBe('newest');
});

test('a chosen order holds where the filter has it', () => {
  expect(sortOf('stopped', 'value')).toBe('value');
  expect(sortOf('open', 'value')).toBe('value');
  expect(sortOf('open', null)).toBe('next');
  expect(sortOf('open', 'sideways')).toBe('next');
});
