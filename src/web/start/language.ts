import { use } from 'react';
import { words } from 'virtual:words';
import type { Role } from '#core/opportunity/vocabulary';
import type { Language } from '#i18n/format';
import { type Say, type Words, wordsFor } from './translate.ts';

// The keys of t() are typed by this file's augmentation of i18next.
export type { Namespace } from '#i18n/typed-keys';

const storageKey = 'aanhouder.language';

/** first-paint.js has set it from what this browser chose last, or from the browser's language. */
export function firstLanguage(): Language {
  return document.documentElement.lang === 'en' ? 'en' : 'nl';
}

/** What was chosen in this browser; null when nothing was. */
function rememberedLanguage(): Language | null {
  try {
    const remembered = localStorage.getItem(storageKey);
    return remembered === 'nl' || remembered === 'en' ? remembered : null;
  } catch {
    return null;
  }
}

/** A viewer writes nothing on the server, so theirs is what they chose in this browser. */
export function languageOf({ role, language }: { role: Role; language: Language }): Language {
  return role === 'viewer' ? (rememberedLanguage() ?? language) : language;
}

/** What a screen gets to speak with; `t` is another one when the language is. */
export type Translation = { t: Say; i18n: typeof i18n; ready: true };

let spoken: Language = 'nl';
const known: Record<Language, Words> = { nl: {}, en: {} };
/** What fetches the words that the first screen does without, per language; and the languages whose words are all here. */
const fetching = new Map<Language, Promise<void>>();
const whole = new Set<Language>();
const made = new Map<string, Translation>();
const listeners = new Set<() => void>();

export const language = (): Language => spoken;

/** Of whichever language is spoken when it is asked. */
const i18n = {
  get language(): Language {
    return spoken;
  },
  t: (key: string, facts?: Readonly<Record<string, unknown>>) => say(spoken, 'ui', key, facts),
  exists: (key: string): boolean => wordsFor(known[spoken], spoken, 'ui', key) !== undefined,
};

function say(of: Language, space: string, key: string, facts?: Readonly<Record<string, unknown>>): string {
  const text = wordsFor(known[of], of, space, key, facts);
  if (text !== undefined) return text;
  // A key that was asked for before its words were here: the tests see it, and it is to be found afterwards.
  reportError(new Error(`No words for ${key} (${space})`));
  return key;
}

/** @param space the namespace of keys that name none */
export function translationOf(space: string): Translation {
  const name = `${spoken} ${space}`;
  const before = made.get(name);
  if (before) return before;
  const of = spoken;
  const fresh: Translation = { t: (key, facts) => say(of, space, key, facts), i18n, ready: true };
  made.set(name, fresh);
  return fresh;
}

export function onWords(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** The words of the first screen, without speaking them yet. */
export async function firstWords(of: Language): Promise<void> {
  add(of, await words[of].first());
}

/** With the words of the first screen alone; whoever needs more waits for them (`useAllWords`). */
export async function startLanguage(first: Language): Promise<void> {
  await firstWords(first);
  speak(first);
}

function speak(to: Language): void {
  if (spoken === to) return;
  spoken = to;
  document.documentElement.lang = to;
  for (const listener of listeners) listener();
}

/** This browser begins in it next time, before anybody is known. */
export function rememberLanguage(chosen: Language): void {
  try {
    if (localStorage.getItem(storageKey) !== chosen) localStorage.setItem(storageKey, chosen);
  } catch {
    // Not remembered: asked of the server again at the next start.
  }
}

/** The words of everything but the first screen: nobody waits for them on the way to Today. Asked for once; anew when it failed. */
export function fetchAllWords(of = spoken): Promise<void> {
  const going = fetching.get(of);
  if (going) return going;
  const fresh = words[of].rest().then((rest) => {
    add(of, rest);
    whole.add(of);
  });
  fresh.catch(() => fetching.delete(of));
  fetching.set(of, fresh);
  return fresh;
}

/** Waits (in the nearest Suspense) until all words are here. */
export function useAllWords(): void {
  if (!whole.has(spoken)) use(fetchAllWords());
}

function add(of: Language, more: Words): void {
  for (const [space, keys] of Object.entries(more)) known[of][space] = Object.assign(known[of][space] ?? {}, keys);
}

export async function changeLanguage(to: Language): Promise<void> {
  if (spoken === to) return;
  await Promise.all([firstWords(to), fetchAllWords(to)]);
  speak(to);
  rememberLanguage(to);
}
