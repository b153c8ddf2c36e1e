import { describe, expect, it } from 'vitest';
import { parsePhone } from './parse-phone.ts';

describe('a telephone number', () => {
  it.each([
    ['06-00001234', '+31600001234'],
    ['06 00 00 12 34', '+31600001234'],
    ['+31 (0)6 00001234', '+31600001234'],
    ['0031 6 0000 1234', '+31600001234'],
    ['31600001234', '+31600001234'],
    ['tel:+31-6-00001234', '+31600001234'],
    ['06-00001234 (privé)', '+31600001234'],
    ['Mob.: 06-00001234', '+31600001234'],
    ['06-00001234 / 020-0001234', '+31600001234'],
    ['+1 212 555 0123', '+12125550123'],
  ])('%s is %s', (text, e164) => {
    expect(parsePhone(text)).toEqual({ ok: true, value: { e164, extension: null } });
  });

  it('that a spreadsheet took the zero off is still Dutch', () => {
    expect(parsePhone('600001234')).toEqual({ ok: true, value: { e164: '+31600001234', extension: null } });
  });

  it('without a country code is one of the workspace’s country', () => {
    expect(parsePhone('02 555 12 34', 'BE')).toEqual({ ok: true, value: { e164: '+3225551234', extension: null } });
  });

  it.each([
    '020-0001234 tst 12',
    '020-0001234 toestel 12',
    '020-0001234 x12',
    '020-0001234 ext. 12',
    'tel:+31-20-0001234;ext=12',
  ])('keeps the extension of %s', (text) => {
    expect(parsePhone(text)).toEqual({ ok: true, value: { e164: '+31200001234', extension: '12' } });
  });

  it.each(['1-800-FLOWERS', 'MobilePhone', 'bel secretaresse', '06-0000123O'])(
    'with letters is refused: %s',
    (text) => {
      expect(parsePhone(text)).toEqual({ ok: false, problem: 'phone_letters' });
    },
  );

  it.each(['123', '06-0000', '3-9-2025', '€ 1.250,00', '0000000000'])('that nobody can have is refused: %s', (text) => {
    expect(parsePhone(text)).toEqual({ ok: false, problem: 'not_a_phone' });
  });

  it('that is not there is empty', () => {
    expect(parsePhone(' ')).toEqual({ ok: false, problem: 'empty' });
  });
});
