import { foldWords } from './fold-text.ts';
import { wordList } from './word-list.ts';

/** A meaning with its phrases, separated by commas. `null` swallows: "geen nee" must not be read as "nee". */
export type PhraseRow<T> = readonly [meaning: T | null, phrases: string];

export type PhraseList<T> = {
  /** The meaning of a text that is nothing but one of the phrases. */
  readonly whole: (text: string) => T | undefined;
  /** Meanings of the phrases inside the text, in order; at one place the longest phrase wins and is used up. */
  readonly within: (text: string) => readonly T[];
};

/** Phrases are compared folded and by whole words: "nee" is not found in "neef". */
export function phraseList<T>(rows: readonly PhraseRow<T>[]): PhraseList<T> {
  const meanings = new Map<string, T | null>();
  for (const [meaning, phrases] of rows)
    for (const phrase of wordList(phrases)) meanings.set(foldWords(phrase), meaning);
  const longestFirst = [...meanings.keys()].toSorted((a, b) => b.length - a.length);
  const pattern = new RegExp(`(?<=^| )(?:${longestFirst.join('|')})(?=$| )`, 'g');
  return {
    whole: (text) => meanings.get(foldWords(text)) ?? undefined,
    within: (text) => {
      const found: T[] = [];
      for (const [phrase] of foldWords(text).matchAll(pattern)) {
        const meaning = meanings.get(phrase);
        if (meaning !== null && meaning !== undefined) found.push(meaning);
      }
      return found;
    },
  };
}
