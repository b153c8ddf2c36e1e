/** Words by namespace and key; a key may hold keys again (`level.high`). */
export type Words = { [key: string]: string | Words };
type Facts = Readonly<Record<string, unknown>>;
export type Say = (key: string, facts?: Facts) => string;

const plurals = new Map<string, Intl.PluralRules>();

/** The form of a count in a language: `_zero` where there is one, then `_one`, `_other` …, then the key itself. */
function formsOf(key: string, count: unknown, language: string): readonly string[] {
  if (typeof count !== 'number') return [key];
  let rules = plurals.get(language);
  if (!rules) plurals.set(language, (rules = new Intl.PluralRules(language)));
  const form = `${key}_${rules.select(count)}`;
  return count === 0 ? [`${key}_zero`, form, key] : [form, key];
}

/**
 * What our words use of i18next, in its form, 2 kB instead of 60: `namespace:key.deeper`, `{{name}}`, and the forms of `count`
 * (translate.test.ts holds all words against i18next itself). Undefined when there are none; a value that is not given shows as nothing.
 * @param space the namespace of a key that names none
 */
export function wordsFor(
  words: Words,
  language: string,
  space: string,
  key: string,
  facts: Facts = {},
): string | undefined {
  const mark = key.indexOf(':');
  const path = (mark < 0 ? key : key.slice(mark + 1)).split('.');
  const last = path.pop() ?? '';
  let here: string | Words | undefined = words[mark < 0 ? space : key.slice(0, mark)];
  for (const part of path) here = typeof here === 'object' ? here[part] : undefined;
  if (typeof here !== 'object') return undefined;
  for (const form of formsOf(last, facts['count'], language)) {
    const text = here[form];
    if (typeof text === 'string') return text.includes('{{') ? fill(text, facts) : text;
  }
  return undefined;
}

/** Once: what is filled in is never read for more to fill in. */
function fill(text: string, facts: Facts): string {
  return text.replace(/\{\{\s*(\w+)\s*\}\}/g, (_, name: string) => {
    const value = facts[name];
    return value === undefined || value === null ? '' : String(value);
  });
}
