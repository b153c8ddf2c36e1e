import { generateKeyPairSync } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { mailOf } from './mail-settings.ts';

const read = (given: Record<string, string>) => mailOf((name) => given[name] ?? '');
const from = { AANHOUDER_MAIL_FROM: 'Aanhouder <post@example.com>' };
const refusal = (given: Record<string, string>): unknown => {
  try {
    return read(given);
  } catch (error) {
    return error;
  }
};

test('without a server there is no mail, and that is no fault', () => {
  expect(read({})).toBeNull();
  expect(refusal(from)).toMatchObject({ cure: expect.stringContaining('smtps://') });
});

test('a server with TLS, and with a password that holds an @', () => {
  expect(read({ ...from, AANHOUDER_SMTP_URL: 'smtps://anna%40example.com:ge%40heim@smtp.example.com' })).toMatchObject({
    from: { name: 'Aanhouder', address: 'post@example.com' },
    server: {
      host: 'smtp.example.com',
      port: 465,
      secure: true,
      login: { user: 'anna@example.com', password: 'ge@heim' },
      dkim: null,
    },
  });
});

test('a password never goes over an open line, but for a server on this machine', () => {
  const open = (url: string) => read({ ...from, AANHOUDER_SMTP_URL: url })?.server.requireTls;
  expect(open('smtp://anna:geheim@smtp.example.com')).toBe(true);
  expect(open('smtp://anna:geheim@127.0.0.1:2525')).toBe(false);
  expect(open('smtp://smtp.example.com:25')).toBe(false);
});

describe('what cannot be is told with its cure, and never with the password', () => {
  test.each([
    'smtp.example.com',
    'https://anna:geheim@smtp.example.com',
    'smtp://anna:geheim@smtp.example.com/path',
    'smtp://',
  ])('%s', (url) => {
    const told = refusal({ ...from, AANHOUDER_SMTP_URL: url });
    expect(told).toMatchObject({ code: 'setting_invalid', message: expect.stringContaining('AANHOUDER_SMTP_URL') });
    expect(String(told)).not.toContain('geheim');
  });

  test.each(['', 'Aanhouder', 'a@b', 'A <a@b.example>, c@d.example', 'A\r\nBcc: x <a@b.example>'])(
    'from "%s"',
    (text) => {
      expect(refusal({ AANHOUDER_SMTP_URL: 'smtp://localhost:25', AANHOUDER_MAIL_FROM: text })).toMatchObject({
        message: expect.stringContaining('AANHOUDER_MAIL_FROM'),
      });
    },
  );
});

test('a DKIM key is an RSA key with a name in DNS', () => {
  const { privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
  const pem = privateKey.export({ type: 'pkcs8', format: 'pem' }).toString();
  const given = { ...from, AANHOUDER_SMTP_URL: 'smtp://localhost:25', AANHOUDER_DKIM_SELECTOR: 'a1' };
  expect(read({ ...given, AANHOUDER_DKIM_KEY: pem.trim() })?.server.dkim).toMatchObject({
    domain: 'example.com',
    selector: 'a1',
  });
  expect(refusal({ ...given, AANHOUDER_DKIM_KEY: 'geheim' })).toMatchObject({
    message: expect.stringContaining('AANHOUDER_DKIM_KEY'),
  });
  expect(refusal({ ...given, AANHOUDER_DKIM_SELECTOR: 'a b', AANHOUDER_DKIM_KEY: pem })).toMatchObject({
    message: expect.stringContaining('AANHOUDER_DKIM_SELECTOR'),
  });
});
