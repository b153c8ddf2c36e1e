import fc from 'fast-check';
import { expect, test } from 'vitest';
import { oneLine } from './one-line.ts';

test.each([
  ['Jan\r\nBcc: x@example.com', 'Jan Bcc: x@example.com'],
  ['  Anna\u0000\u200b  Bos ', 'Anna Bos'],
  ['\u202enaj', 'naj'],
  ['Zoë van den Ĳssel', 'Zoë van den Ĳssel'],
])('%j is one line: %j', (text, line) => {
  expect(oneLine(text)).toBe(line);
});

test('whatever is typed: no line’s end, no control character, and once more changes nothing', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 30 }), (text) => {
      const line = oneLine(text);
      expect(line).not.toMatch(/[\p{Cc}\u2028\u2029\u202a-\u202e]/u);
      expect(oneLine(line)).toBe(line);
    }),
  );
});
