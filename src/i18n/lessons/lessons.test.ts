import { expect, test } from 'vitest';
import { lessons as english } from './en.ts';
import { lessons as dutch } from './nl.ts';

test('both languages have the same lessons, each with an act', () => {
  for (const [i, lesson] of english.entries()) {
    expect(dutch[i]?.body.length).toBe(lesson.body.length);
    for (const one of [lesson, dutch[i]]) expect(one?.act.length).toBeGreaterThan(40);
  }
});

test('a figure of the article says where it is from', () => {
  for (const { body } of english)
    for (const paragraph of body) if (paragraph.includes('article')) expect(paragraph).toContain('source unknown');
  for (const { body } of dutch)
    for (const paragraph of body) if (paragraph.includes('artikel')) expect(paragraph).toContain('bron onbekend');
});
