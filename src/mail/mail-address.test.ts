import { describe, expect, it } from 'vitest';
import { isMailAddress } from '#mail/mail-address';

describe('a mail address', () => {
  it.each(['anna@voorbeeld.nl', 'a.b+c@sub.voorbeeld.co.uk', "o'neill@voorbeeld.nl"])('takes %s', (text) => {
    expect(isMailAddress(text)).toBe(true);
  });

  it.each([
    '',
    'anna',
    '@voorbeeld.nl',
    'anna@voorbeeld',
    'anna@@voorbeeld.nl',
    '"anna@kwaad.nl x"@voorbeeld.nl',
    'Anna <anna@voorbeeld.nl>',
    'anna@voorbeeld.nl, bert@voorbeeld.nl',
    'anna@voorbeeld.nl\r\nBcc: bert@voorbeeld.nl',
    'anna\u0000@voorbeeld.nl',
    '.anna@voorbeeld.nl',
    `${'a'.repeat(65)}@voorbeeld.nl`,
    `anna@${'a'.repeat(64)}.nl`,
    `anna@${'a.'.repeat(130)}nl`,
  ])('refuses %j', (text) => {
    expect(isMailAddress(text)).toBe(false);
  });
});
