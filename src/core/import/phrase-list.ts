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
  // By their first word, the longest first: a pattern of hundreds of phrases is tried at each letter, this at each word.
  const byFirstWord = new Map<string, string[]>();
  for (const phrase of [...meanings.keys()].toSorted((a, b) => b.length - a.length)) {
    const [first = ''] = phrase.split(' ', 1);
    byFirstWord.set(first, [...(byFirstWord.get(first) ?? []), phrase]);
  }
  return {
    whole: (text) => meanings.get(foldWords(text)) ?? undefined,
    within: (text) => {
      const found: T[] = [];
      const words = foldWords(text);
      let at = 0;
      while (at < words.length) {
        const end = wordEnd(words, at);
        const phrase = byFirstWord
          .get(words.slice(at, end))
          ?.find((one) => words.startsWith(one, at) && wordEnd(words, at + one.length) === at + one.length);
        const meaning = phrase === undefined ? undefined : meanings.get(phrase);
        if (meaning !== null && meaning !== undefined) found.push(meaning);
        at = (phrase === undefined ? end : at + phrase.length) + 1;
      }
      return found;
    },
  };
}

/** Where the word that goes on at `at` ends; folded words have one space between them. */
function wordEnd(words: string, at: number): number {
  const end = words.indexOf(' ', at);
  return end === -1 ? words.length : end;
}
