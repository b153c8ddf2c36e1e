import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { contrast, isReadable, onDark } from './contrast.ts';

describe('contrast of a colour of one’s own', () => {
  test('as WCAG has it: black on white is 21, and the green of the app passes', () => {
    expect(contrast('#000000', '#ffffff')).toBeCloseTo(21, 9);
    expect(contrast('#777777', '#ffffff')).toBeCloseTo(4.478, 3);
    expect(isReadable('#0e5a4a')).toBe(true);
    expect(isReadable('#ffcc00')).toBe(false);
  });

  test('every colour that can be read on light paper becomes one that can be read on dark paper', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 0xffffff }), (n) => {
        const dark = onDark(`#${n.toString(16).padStart(6, '0')}`);
        expect(contrast(dark, '#11171a')).toBeGreaterThanOrEqual(4.5);
        expect(contrast(dark, '#192125')).toBeGreaterThanOrEqual(4.5);
      }),
    );
  });
});
