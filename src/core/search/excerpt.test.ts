import { expect, test } from 'vitest';
import { excerptOf } from './excerpt.ts';

const long = `${'Gesproken over de verbouwing en de planning. '.repeat(6)}Zijn dochter Zoë wil een steenoven in de tuin, en daarna ${'nog veel meer '.repeat(20)}`;

test('a short note is shown as it is, a long one around what was looked for', () => {
  expect(excerptOf('Wil een\n oven', 'oven')).toBe('Wil een oven');
  const cut = excerptOf(long, 'steenov');
  expect(cut).toContain('steenoven');
  expect(cut.startsWith('… ')).toBe(true);
  expect(cut.length).toBeLessThan(160);
  expect(excerptOf(long, 'zoe')).toContain('Zoë');
  expect(excerptOf(long, 'nergens')).toMatch(/^Gesproken over/);
});
