import { describe, expect, it } from 'vitest';
import { countInNote } from './count-in-note.ts';

describe('the contacts that a note itself counts', () => {
  it.each([
    ['getekend 30-9-2026 na 4x bellen', 4],
    ['4x gebeld, niets meer gehoord', 4],
    ['3 keer gemaild', 3],
    ['Drie keer gebeld', 3],
    ['gebeld (4x), daarna stil', 4],
    ['called 3 times', 3],
    ['signed after 5 calls, 5 times called', 5],
    ['2 maal gebeld en 3x gemaild', 5],
    ['4x gebeld, waarvan 2x ingesproken', 4],
    ['In totaal 6x contact: 3x gebeld, 2x gemaild', 6],
    ['al 2 keer contact gehad', 2],
  ])('%j: %i', (note, count) => {
    expect(countInNote(note)).toBe(count);
  });

  it.each([
    '2-3 keer gebeld',
    'moet nog 2x bellen',
    'wil maximaal 2 keer gebeld worden',
    'niet 3x gebeld',
    '06-12345678 gebeld',
    '3/9 gebeld',
    'keuken 4 x 3 meter, 3x offerte',
    'nog 3 keer gemaild worden',
    'bestelde 3x bij ons',
  ])('are none in %j', (note) => {
    expect(countInNote(note)).toBe(0);
  });
});
