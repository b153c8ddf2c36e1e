import { createInstance } from 'i18next';
import { describe, expect, test } from 'vitest';
import { resources } from '#i18n/resources';
import { type Words, wordsFor } from './translate.ts';

/** Every key with the path to it, and the names in its text. */
function keysIn(words: Words, before = ''): readonly { key: string; text: string }[] {
  return Object.entries(words).flatMap(([key, text]) =>
    typeof text === 'string' ? [{ key: before + key, text }] : keysIn(text, `${before}${key}.`),
  );
}

describe.each(['nl', 'en'] as const)('the words in %s', (language) => {
  const instance = createInstance({
    lng: language,
    fallbackLng: false,
    defaultNS: 'ui',
    resources,
    interpolation: { escapeValue: false },
    initAsync: false,
  });
  void instance.init();
  const reference = instance.getFixedT(language) as (key: string, facts: object) => string;
  const words: Record<string, Words> = resources[language];

  test.each(Object.keys(resources.en))('%s: every key says what i18next makes of it', (space) => {
    const all = keysIn(words[space] ?? {});
    const names = all.flatMap(({ text }) => [...text.matchAll(/\{\{\s*(\w+)/g)].map(([, name = '']) => name));
    const facts = Object.fromEntries(names.map((name, n) => [name, `${name} ${n}`]));
    for (const { key } of all) {
      const bare = key.replace(/_(?:zero|one|other)$/, '');
      for (const [asked, more] of [
        [key, {}],
        ...[0, 1, 2, 1.5, 21].map((count) => [bare, { count }] as const),
      ] as const) {
        const given = { ...facts, ...more };
        const expected = reference(`${space}:${asked}`, given);
        // i18next answers the key itself when there are no words.
        expect([asked, wordsFor(words, language, 'ui', `${space}:${asked}`, given) ?? asked]).toEqual([
          asked,
          expected,
        ]);
      }
    }
  });
});

test('what is filled in is not read again, and what is not given shows as nothing', () => {
  const words = { ui: { hello: 'Dag {{ name }}, {{what}}.' } };
  expect(wordsFor(words, 'nl', 'ui', 'hello', { name: '{{what}} $t(ui:hello)', what: null })).toBe(
    'Dag {{what}} $t(ui:hello), .',
  );
  expect(wordsFor(words, 'nl', 'ui', 'nothing')).toBeUndefined();
  expect(wordsFor(words, 'nl', 'ui', 'ui:hello.deeper')).toBeUndefined();
  expect(wordsFor(words, 'nl', 'ui', 'other:hello')).toBeUndefined();
});
