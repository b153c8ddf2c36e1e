import * as fc from 'fast-check';
import { expect, it } from 'vitest';
import { foldWords } from './fold-text.ts';
import { phraseList } from './phrase-list.ts';

const meanings = { nee: 'no', 'zegt nee': 'no', 'geen nee': null, geen: 'none', 'te duur nu': null, 'te duur': 'dear' };

it('finds phrases by whole words, the first and longest, as a pattern of them all does', () => {
  const list = phraseList(Object.entries(meanings).map(([phrase, meaning]) => [meaning, phrase]));
  const pattern = /(?<=^| )(?:te duur nu|geen nee|zegt nee|te duur|geen|nee)(?=$| )/g;
  fc.assert(
    fc.property(
      fc.array(fc.constantFrom('nee', 'geen', 'zegt', 'te', 'duur', 'nu', 'neef', '-', ''), { maxLength: 12 }),
      (words) => {
        const text = words.join(' ');
        const found = [...foldWords(text).matchAll(pattern)].flatMap(
          ([phrase]) => meanings[phrase as keyof typeof meanings] ?? [],
        );
        expect(list.within(text)).toEqual(found);
      },
    ),
    { numRuns: 2000 },
  );
});
