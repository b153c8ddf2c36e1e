import { english, type SiteWords } from './en.ts';
import { dutch } from './nl.ts';

export type SiteLanguage = 'nl' | 'en';
export type SiteKey = keyof SiteWords;

/** Another text beside a tick is another version of what was agreed to. */
export const wordingVersion = '2026-11-1';

const words: Readonly<Record<SiteLanguage, SiteWords>> = { nl: dutch, en: english };

/** A word of the public page, with its facts filled in. Text, not HTML. */
export function siteWord(
  language: SiteLanguage,
  key: SiteKey,
  facts: Readonly<Record<string, string | number>> = {},
): string {
  return words[language][key].replaceAll(/\{\{(\w+)\}\}/g, (_, fact: string) => String(facts[fact] ?? ''));
}
