import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { readEnv } from './env.ts';

const env = (source: Record<string, string> = {}) => readEnv(source, '/srv');
const refusal = (source: Record<string, string>): unknown => {
  try {
    return env(source);
  } catch (error) {
    return error;
  }
};

test('without any setting it runs on this machine, on port 4620, with the embedded database in ./data', () => {
  expect(env()).toMatchObject({
    host: '127.0.0.1',
    port: 4620,
    loopback: true,
    appUrl: 'http://localhost:4620',
    dataFolder: '/srv/data',
    secret: null,
    database: { kind: 'embedded', dataFolder: '/srv/data' },
    trustedProxies: [],
    mailboxKeys: null,
    oauth: {},
    inbox: null,
    allowedHosts: [],
    logLevel: 'warn',
    warnings: [],
  });
});

describe('its own address', () => {
  test('is asked for when others can reach it', () => {
    expect(refusal({ AANHOUDER_HOST: '0.0.0.0' })).toMatchObject({
      code: 'setting_invalid',
      cure: expect.stringContaining('APP_URL'),
    });
    expect(env({ AANHOUDER_HOST: '0.0.0.0', APP_URL: 'https://follow-up.example.com/' })).toMatchObject({
      appUrl: 'https://follow-up.example.com',
      loopback: false,
    });
  });

  test.each(['localhost', '::1', '127.0.0.1', '127.8.0.1'])('is localhost on %s', (host) => {
    expect(env({ AANHOUDER_HOST: host, PORT: '80' })).toMatchObject({ loopback: true, appUrl: 'http://localhost:80' });
  });

  test.each([
    'follow-up.example.com',
    'ftp://example.com',
    'https://example.com/app',
    'https://me@example.com',
    'javascript:alert(1)',
  ])('is not "%s"', (address) => {
    expect(refusal({ APP_URL: address })).toMatchObject({
      code: 'setting_invalid',
      message: expect.stringContaining('APP_URL'),
    });
  });
});

test.each(['x', '70000', '-1', '80.5', '4620 '])('a port is a number: "%s"', (port) => {
  const read = refusal({ AANHOUDER_PORT: port });
  if (port === '4620 ') expect(read).toMatchObject({ port: 4620 });
  else expect(read).toMatchObject({ code: 'setting_invalid' });
});

test('our name for the port goes before the general one', () => {
  expect(env({ AANHOUDER_PORT: '1234', PORT: '80' }).port).toBe(1234);
});

describe('a server of one’s own', () => {
  const urls = { DATABASE_URL: 'postgres://app@db/x', DATABASE_AUTH_URL: 'postgres://auth@db/x' };

  test('needs the address for either role; without the owner’s it only checks', () => {
    expect(env(urls).database).toEqual({
      kind: 'server',
      appUrl: urls.DATABASE_URL,
      authUrl: urls.DATABASE_AUTH_URL,
      ownerUrl: null,
      migrationConfirmed: false,
    });
    expect(refusal({ DATABASE_URL: urls.DATABASE_URL })).toMatchObject({
      message: expect.stringContaining('DATABASE_AUTH_URL'),
    });
  });

  test('is changed when one says so', () => {
    expect(
      env({ ...urls, DATABASE_OWNER_URL: 'postgres://owner@db/x', AANHOUDER_MIGRATE: '1' }).database,
    ).toMatchObject({
      ownerUrl: 'postgres://owner@db/x',
      migrationConfirmed: true,
    });
  });
});

describe('a secret', () => {
  test('may stand in a file', () => {
    const folder = mkdtempSync(join(tmpdir(), 'aanhouder-env-'));
    const file = join(folder, 'secret');
    writeFileSync(file, `${'s'.repeat(32)}\n`);
    expect(env({ AANHOUDER_SECRET_FILE: file }).secret).toBe('s'.repeat(32));
    expect(refusal({ AANHOUDER_SECRET_FILE: file, AANHOUDER_SECRET: 'x' })).toMatchObject({
      message: expect.stringContaining('both'),
    });
    rmSync(folder, { recursive: true });
    expect(refusal({ AANHOUDER_SECRET_FILE: file })).toMatchObject({
      message: expect.stringContaining('cannot be read'),
    });
  });

  test('is long', () => {
    expect(refusal({ AANHOUDER_SECRET: 'short' })).toMatchObject({
      code: 'setting_invalid',
      cure: expect.stringContaining('openssl'),
    });
  });
});

test('a misspelt setting is named, with the nearest that exists', () => {
  expect(env({ AANHOUDER_PROT: '80', AANHOUDER_WHATEVER_THIS_IS: '1', SOMETHING_ELSE: '1' }).warnings).toEqual([
    'The variable AANHOUDER_PROT means nothing to Aanhouder; did you mean AANHOUDER_PORT?',
    'The variable AANHOUDER_WHATEVER_THIS_IS means nothing to Aanhouder',
  ]);
});

test('proxies are addresses or ranges', () => {
  expect(env({ AANHOUDER_TRUSTED_PROXIES: '10.0.0.2, 172.16.0.0/12,::1' }).trustedProxies).toEqual([
    '10.0.0.2',
    '172.16.0.0/12',
    '::1',
  ]);
  expect(refusal({ AANHOUDER_TRUSTED_PROXIES: 'nginx' })).toMatchObject({ message: expect.stringContaining('nginx') });
});

describe('mail', () => {
  const key = 'k'.repeat(32);

  test('is sealed with the first key; older ones stand after it', () => {
    expect(env({ AANHOUDER_MAILBOX_KEY: `${key}  ${'o'.repeat(32)}` }).mailboxKeys).toEqual([key, 'o'.repeat(32)]);
    expect(refusal({ AANHOUDER_MAILBOX_KEY: `${key} short` })).toMatchObject({ code: 'setting_invalid' });
  });

  test('may be read from hosts of the own network that are named', () => {
    expect(env({ AANHOUDER_ALLOW_HOSTS: 'mail.lan, 10.0.0.5:1143' }).allowedHosts).toEqual([
      'mail.lan',
      '10.0.0.5:1143',
    ]);
    expect(refusal({ AANHOUDER_ALLOW_HOSTS: 'https://mail.lan' })).toMatchObject({
      cure: expect.stringContaining('without https://'),
    });
  });
});
