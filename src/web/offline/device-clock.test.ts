import { describe, expect, test } from 'vitest';
import { minutesAhead } from './device-clock.ts';

describe('the clock of the device beside that of the server', () => {
  const date = 'Tue, 24 Nov 2026 09:00:00 GMT';
  const server = Date.parse(date);
  test.each([
    ['right', 0, 0],
    ['two minutes ahead', 2, 0],
    ['three minutes ahead', 3, 3],
    ['twenty minutes behind', -20, -20],
    ['two days ahead', 2880, 2880],
  ])('%s', (_, minutes, said) => {
    const here = server + minutes * 60_000;
    expect(minutesAhead(date, here - 200, here)).toBe(said);
  });

  test('an answer without a time, or one that took long, says nothing', () => {
    expect(minutesAhead(null, server, server)).toBeNull();
    expect(minutesAhead('soon', server, server)).toBeNull();
    expect(minutesAhead(date, server, server + 600_000)).toBeNull();
    // Mended on the way.
    expect(minutesAhead(date, server + 600_000, server)).toBeNull();
  });
});
