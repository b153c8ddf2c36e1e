import { expect, test } from 'vitest';
import { openEgress } from '#mail/egress/egress';
import { openVault } from '../secret/vault.ts';
import { findServers, type Names } from './find-servers.ts';

const lost = () => Promise.reject(new Error('ENOTFOUND'));
const nobody: Names = { mx: lost, srv: lost };
const outside = (known: readonly string[] = []) => ({
  vault: openVault(['k'.repeat(32)]),
  egress: openEgress([], async (host) => (known.includes(host) ? [{ address: '142.250.1.1', family: 4 }] : lost())),
});

test.each([
  ['anna@gmail.com', 'imap.gmail.com', 'anna@gmail.com'],
  ['Anna@Ziggo.nl', 'imap.ziggo.nl', 'anna@ziggo.nl'],
  ['anna@icloud.com', 'imap.mail.me.com', 'anna'],
  ['anna@kpnmail.nl', 'imap.kpnmail.nl', 'anna@kpnmail.nl'],
])('%s is at a known provider', async (address, host, userName) => {
  expect(await findServers(outside(), address, nobody)).toMatchObject({
    from: 'provider',
    imap: { host, security: 'tls' },
    userName,
  });
});

test.each([
  ['voorbeeld-nl.mail.protection.outlook.com', 'Microsoft 365'],
  ['aspmx.l.google.com.', 'Gmail'],
  ['mx.transip.email', 'TransIP'],
  ['smtpin.rzone.de', 'STRATO'],
])('a domain whose mail goes to %s is at %s', async (mx, provider) => {
  expect(await findServers(outside(), 'anna@voorbeeld.example', { ...nobody, mx: async () => [mx] })).toMatchObject({
    from: 'mx',
    provider,
  });
});

test('a domain says itself where its mail is, or has the usual names, or nothing is found', async () => {
  const srv = async (name: string) =>
    name.startsWith('_imaps') || name.startsWith('_submissions')
      ? { host: 'post.voorbeeld.example', port: name.startsWith('_imaps') ? 993 : 465 }
      : null;
  expect(await findServers(outside(), 'anna@voorbeeld.example', { ...nobody, srv })).toMatchObject({
    from: 'srv',
    imap: { host: 'post.voorbeeld.example', port: 993 },
  });
  expect(await findServers(outside(['mail.voorbeeld.example']), 'anna@voorbeeld.example', nobody)).toMatchObject({
    from: 'guess',
    imap: { host: 'mail.voorbeeld.example', port: 993 },
    smtp: { host: 'mail.voorbeeld.example', port: 465 },
  });
  expect(await findServers(outside(), 'anna@voorbeeld.example', nobody)).toMatchObject({ from: 'none', imap: null });
});

test('what is no address is refused', async () => {
  await expect(findServers(outside(), 'anna@[127.0.0.1]', nobody)).rejects.toMatchObject({ code: 'email_invalid' });
});
