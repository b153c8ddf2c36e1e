import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { nameKey, organisationKey } from './name-key.ts';
import { joinName, parseName } from './parse-name.ts';

describe('a person’s name', () => {
  it.each([
    ['Marieke van den Berg', 'Marieke', 'van den', 'Berg'],
    ['Berg, Marieke van den', 'Marieke', 'van den', 'Berg'],
    ['van den Berg, Marieke', 'Marieke', 'van den', 'Berg'],
    ['Berg van den, Marieke', 'Marieke', 'van den', 'Berg'],
    ["Jan in 't Veld", 'Jan', "in 't", 'Veld'],
    ['J.P. de Vries', 'J.P.', 'de', 'Vries'],
    ['Anne Marie de Vries', 'Anne Marie', 'de', 'Vries'],
    ['Anna Jansen-de Vries', 'Anna', null, 'Jansen-de Vries'],
    ['Karin V. Jansen', 'Karin V.', null, 'Jansen'],
    ['Van Gogh', null, 'Van', 'Gogh'],
    ['Ben Jansen', 'Ben', null, 'Jansen'],
    ['Al Haddad', 'Al', null, 'Haddad'],
    ['dhr. Jansen', null, null, 'Jansen'],
    ['mevr. drs. P. de Boer MBA', 'P.', 'de', 'Boer'],
    ['De heer Jansen', null, null, 'Jansen'],
    ['Jansen, P., MBA', 'P.', null, 'Jansen'],
    ['Fam. de Boer', null, 'de', 'Boer'],
    ['Marieke', 'Marieke', null, null],
  ])('%s', (text, firstName, particle, lastName) => {
    expect(parseName(text)).toMatchObject({ ok: true, value: { firstName, particle, lastName } });
  });

  it.each([
    ['', 'empty'],
    ['12345', 'not_a_name'],
    ['jan@example.nl', 'not_a_name'],
  ])('is not %j', (text, problem) => {
    expect(parseName(text)).toEqual({ ok: false, problem });
  });

  it('from three columns is one name', () => {
    expect(joinName('Marieke', 'van den', 'Berg')?.full).toBe('Marieke van den Berg');
    expect(joinName('Marieke', null, 'Berg, van den')).toEqual({
      firstName: 'Marieke',
      particle: 'van den',
      lastName: 'Berg',
      full: 'Marieke van den Berg',
    });
    expect(joinName(null, ' ', '')).toBeNull();
  });

  it('has one key however it is written', () => {
    const keys = [
      'Marieke van den Berg',
      'Berg, Marieke van den',
      'van den berg,  MARIEKE',
      'mevr. Marieke van den Berg',
    ].map(nameKey);
    expect(new Set(keys)).toEqual(new Set(['marieke van den berg']));
    expect(nameKey('Renée Kuĳper')).toBe('renee kuijper');
  });

  it('keeps all its words, whatever they are', () => {
    const word = fc.constantFrom('Jan', 'van', 'den', 'Berg', 'de', 'Marieke', 'O’Neil', 'Jansen-Smit', "'t");
    fc.assert(
      fc.property(fc.array(word, { minLength: 1, maxLength: 6 }), (words) => {
        const parsed = parseName(words.join(' '));
        if (!parsed.ok) return;
        expect(parsed.value.full.split(' ').toSorted()).toEqual(words.toSorted());
      }),
    );
  });
});

describe('an organisation’s key', () => {
  it('is the same with and without its legal form', () => {
    expect(['Jansen B.V.', 'JANSEN BV', 'Jansen'].map(organisationKey)).toEqual(['jansen', 'jansen', 'jansen']);
  });

  it('keeps a name that is nothing else', () => {
    expect(organisationKey('BV')).toBe('bv');
  });
});
