import { foldWords } from './fold-text.ts';

/** How files name a country: in these languages, or by its code. */
const languages = ['nl', 'en', 'de', 'fr'] as const;
const nicknames: readonly (readonly [string, string])[] = [
  ['holland', 'NL'],
  ['the netherlands', 'NL'],
  ['uk', 'GB'],
  ['england', 'GB'],
  ['engeland', 'GB'],
  ['great britain', 'GB'],
  ['usa', 'US'],
  ['verenigde staten van amerika', 'US'],
];

let names: ReadonlyMap<string, string> | undefined;

/** Made once: two letters that no language has a name for are no country. */
function countryNames(): ReadonlyMap<string, string> {
  if (names) return names;
  const found = new Map<string, string>();
  const letters = [...'ABCDEFGHIJKLMNOPQRSTUVWXYZ'];
  const spoken = languages.map((language) => new Intl.DisplayNames([language], { type: 'region', fallback: 'none' }));
  for (const code of letters.flatMap((first) => letters.map((second) => first + second))) {
    // Regions that are no country of anybody's, or are ours for "no rules known".
    if (['EU', 'EZ', 'UN', 'XA', 'XB', 'ZZ', 'QO'].includes(code)) continue;
    // What a country was called before (DD, SU, YU).
    if (Intl.getCanonicalLocales(`und-${code}`)[0] !== `und-${code}`) continue;
    const called = spoken.flatMap((one) => one.of(code) ?? []);
    if (called.length === 0) continue;
    for (const name of [code, ...called]) if (!found.has(foldWords(name))) found.set(foldWords(name), code);
  }
  for (const [name, code] of nicknames) found.set(name, code);
  names = found;
  return found;
}

/** The country of a cell as ISO 3166 alpha-2; null for what names none. */
export function parseCountry(text: string): string | null {
  return countryNames().get(foldWords(text)) ?? null;
}
