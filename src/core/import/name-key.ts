import { foldWords } from './fold-text.ts';
import { parseName } from './parse-name.ts';

/**
 * The key under which two spellings of one person's name meet (product.md, definition 19): "Berg, Marieke van den" and
 * "marieke van den Berg" give the same. Empty when there is no name.
 */
export function nameKey(name: string): string {
  const parsed = parseName(name);
  return foldWords(parsed.ok ? parsed.value.full : name);
}

const legalSuffix = / (?:b ?v|n ?v|v ?o ?f|gmbh|ltd|limited|inc|llc|bvba|srl|sarl|sprl|plc|ag|sa)$/;

/**
 * The key of an organisation's name; a legal form at its end ("Jansen B.V.") makes no difference, unless nothing else
 * is left.
 */
export function organisationKey(name: string): string {
  const words = foldWords(name);
  const bare = words.replace(legalSuffix, '');
  return bare === '' ? words : bare;
}
