import { createInstance, type TFunction } from 'i18next';
import { describe, expect, test } from 'vitest';
import { whyCodes } from '#core/today/why';
import { clock, number, shortDay, type Language } from '#i18n/format';
import { resources } from '#i18n/resources';
import { becomesCases, whyCases } from './why-sentence.cases.ts';
import { becomesSentence, whySentence, type WhyFormat } from './why-sentence.ts';

function wordsOf(lng: Language): TFunction<'why'> {
  const instance = createInstance({ lng, resources, interpolation: { escapeValue: false }, initAsync: false });
  void instance.init();
  return instance.getFixedT(lng, 'why');
}

const formatOf = (language: Language): WhyFormat => ({
  dayOf: (instant) => shortDay(language, instant.slice(0, 10), '2026-11-24'),
  clock: (instant) => clock(language, instant, 'Europe/Amsterdam'),
  number: (value) => number(language, value),
  shortDay: (day) => shortDay(language, day, '2026-11-24'),
  today: '2026-11-24',
});

describe.each(['nl', 'en'] as const)('why a line stands on Today, in %s', (language) => {
  const t = wordsOf(language);
  const format = formatOf(language);

  test.each(whyCases.map((one) => [one[language], one.facts] as const))('%s', (sentence, facts) => {
    expect(whySentence(t, format, facts)).toBe(sentence);
  });

  test.each(becomesCases.map((one) => [one[language], one.facts] as const))('and after it: %s', (sentence, facts) => {
    expect(becomesSentence(t, facts)).toBe(sentence);
  });

  test('each is one sentence, with nothing missing, without a formula, and never calls a chance *kans*', () => {
    for (const { facts } of whyCases) {
      const sentence = whySentence(t, format, facts);
      expect(sentence).toMatch(/^[\p{Lu}\d][^.!?]*(\.\d{3}[^.!?]*)*\.$/u);
      expect(sentence).not.toMatch(/\{\{|undefined|null|NaN|[×=%+]|\bkans/i);
      expect(sentence).not.toMatch(/ {2}| [.,:]/);
    }
  });
});

test('every code of the contract has its sentences in the table', () => {
  expect(new Set(whyCases.map(({ facts }) => facts.why.code))).toEqual(new Set(whyCodes));
});
