import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { startersEn } from '#i18n/mail/starters-en';
import { startersNlJe } from '#i18n/mail/starters-nl-je';
import { startersNlU } from '#i18n/mail/starters-nl-u';
import { htmlOfText } from './html-of-text.ts';
import { fieldsIn, merge, type MergeValues } from './merge-fields.ts';
import { templateKey } from './template.ts';

const values: MergeValues = {
  first: 'Bram',
  last: 'de Vries',
  name: 'Bram de Vries',
  organisation: null,
  about: 'een oven',
  keen: '  ',
  me: 'Anna',
  company: 'Bakkerij Zon',
};

describe('merge fields', () => {
  test('either language’s names work, with spaces and capitals', () => {
    expect(merge('{{voornaam}} {{ First }} {{IK}} {{me}}', values).text).toBe('Bram Bram Anna Anna');
  });

  test('what is empty or no field is named once, and stays to be seen', () => {
    expect(merge('{{keen}} {{keen}} {{organisatie}} {{voornam}}', values)).toEqual({
      text: '{{keen}} {{keen}} {{organisatie}} {{voornam}}',
      missing: ['keen', 'organisation'],
      unknown: ['voornam'],
    });
  });

  test('a value with braces is put in as it is', () => {
    const odd = { ...values, about: '{{voornaam}} {{naam}} $& $1' };
    expect(merge('over {{onderwerp}}', odd)).toMatchObject({ text: 'over {{voornaam}} {{naam}} $& $1', missing: [] });
  });

  test('whatever the text, nothing but known fields changes in it', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 200 }), (text) => {
        if (!text.includes('{{')) expect(merge(text, values).text).toBe(text);
        const { text: merged, missing } = merge(`${text}{{voornaam}}`, values);
        expect(merged.endsWith('Bram')).toBe(true);
        expect(missing.every((field) => (values[field] ?? '').trim() === '')).toBe(true);
      }),
    );
  });
});

describe('the mails that come with the program', () => {
  const all = { je: startersNlJe, u: startersNlU, en: startersEn };
  test.each(Object.entries(all))(
    '%s: twelve, each with known fields, a greeting and a name under it',
    (form, starters) => {
      expect(starters).toHaveLength(12);
      for (const { subject, body } of starters) {
        expect(fieldsIn(`${subject}\n${body}`).unknown).toEqual([]);
        expect(body).toMatch(/^(Dag|Geachte|Hello) \{\{\w+\}\},\n\n/);
        expect(body).toMatch(/,\n\{\{(ik|me)\}\}$/);
        if (form === 'u') expect(`${subject} ${body}`).not.toMatch(/\b(je|jij|jou|jouw)\b/i);
        if (form === 'je') expect(`${subject} ${body}`).not.toMatch(/\b(u|uw)\b/i);
      }
      expect(new Set(starters.map(({ subject }) => subject)).size).toBe(12);
    },
  );
});

test('after the last step the last mail is used, and English knows one form', () => {
  expect(templateKey(13, 'nl', 'u')).toEqual({ step: 12, language: 'nl', form: 'u' });
  expect(templateKey(0, 'en', 'u')).toEqual({ step: 1, language: 'en', form: 'je' });
});

describe('HTML of a text', () => {
  test('paragraphs, ends of lines and links', () => {
    expect(htmlOfText('Dag Bram,\r\n\r\nZie https://example.com/a?b=1&c=2.\nGroet')).toContain(
      '<p>Dag Bram,</p>\n<p>Zie <a href="https://example.com/a?b=1&amp;c=2">https://example.com/a?b=1&amp;c=2</a>.<br>\nGroet</p>',
    );
  });

  test('whatever is typed is text: no tag but ours, and no attribute but an address', () => {
    fc.assert(
      fc.property(
        fc.array(
          fc.constantFrom('<script>', '"', "'", '&', 'https://a.b/', ' onclick=', '<', '>', '\n\n', 'x', 'javascript:'),
          {
            maxLength: 40,
          },
        ),
        (pieces) => {
          const html = htmlOfText(pieces.join(''));
          const tags = html.match(/<[^>]*>/g) ?? [];
          for (const tag of tags)
            expect(tag).toMatch(
              /^<(?:!doctype html|\/?html|\/?head|\/?body|meta charset="utf-8"|\/?p|br|\/a|a href="https?:\/\/[^"<>\s]*")>$/,
            );
        },
      ),
      { numRuns: 500 },
    );
  });
});
