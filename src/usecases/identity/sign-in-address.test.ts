import { expect, test } from 'vitest';
import { signInAddress } from './sign-in-address.ts';

test.each(['anna@example.com', 'a.b+c@sub.example.co.uk', "o'brien@example.ie", 'a_b-c@x-y.nl'])(
  '%s can sign in',
  (address) => {
    expect(signInAddress(address)).toBe(address);
  },
);

test('it is kept in small letters, without spaces around it', () => {
  expect(signInAddress('  Anna@Example.COM ')).toBe('anna@example.com');
});

test.each([
  'anna',
  'anna@localhost',
  '@example.com',
  'anna@',
  'a b@example.com',
  'a..b@example.com',
  '.a@example.com',
  'a.@example.com',
  'a@-example.com',
  'a@example.com\nbcc: b@example.com',
  '"a b"@example.com',
  'a@exa_mple.com',
  'josé@example.com',
  `${'a'.repeat(250)}@x.nl`,
])('%j cannot', (address) => {
  expect(() => signInAddress(address)).toThrow();
});
