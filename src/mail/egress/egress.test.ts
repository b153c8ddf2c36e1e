import { expect, test } from 'vitest';
import { EgressRefused, openEgress, type LookUp } from './egress.ts';
import { reached, refused } from './hosts.cases.ts';

const at =
  (...addresses: string[]): LookUp =>
  async () =>
    addresses.map((address) => ({ address, family: address.includes(':') ? 6 : 4 }));
/** A name that gets through is looked up as one of this machine, as localtest.me is. */
const egress = openEgress([], at('127.0.0.1', '::1', '10.0.0.1'));
const reasonOf = (work: Promise<unknown>) =>
  work.then(
    () => 'reached',
    (error: unknown) => (error instanceof EgressRefused ? error.reason : error),
  );

test.each(refused)('%j is not reached', async (host) => {
  expect(await reasonOf(egress.check(host, 443))).toMatch(/^host_(invalid|inside)$/);
});

test.each(reached)('%s is reached', async (host) => {
  expect(await reasonOf(egress.check(host, 443))).toBe('reached');
});

test('a name is reached at the address that was looked at, and its certificate goes by the name', async () => {
  const mixed = openEgress([], at('2a00:1450::1', '10.0.0.1', '142.250.1.1', '::1'));
  expect(await mixed.check('Mail.Example.com.', 993)).toEqual({
    host: 'mail.example.com',
    address: '142.250.1.1',
    family: 4,
    port: 993,
    addresses: [
      { address: '142.250.1.1', family: 4 },
      { address: '2a00:1450::1', family: 6 },
    ],
  });
});

test.each(['localhost', 'localhost.', 'db', 'metadata.google.internal', 'a.b.localtest.me'])(
  'the name %s, of a machine inside, is not',
  async (host) => {
    expect(await reasonOf(egress.check(host, 993))).toBe('host_inside');
  },
);

test('a name that nobody knows says so, and an unusual port is refused', async () => {
  const lost = openEgress([], () => Promise.reject(Object.assign(new Error('no'), { code: 'ENOTFOUND' })));
  expect(await reasonOf(lost.check('mail.example.com', 993))).toBe('host_unknown');
  expect(await reasonOf(openEgress([], at('142.250.1.1')).check('mail.example.com', 22))).toBe('port_refused');
});

test('what the installation names of its own network is reached, by that name and at that port alone', async () => {
  const own = openEgress(['mail.lan', '10.0.0.5:1143', 'Other.LAN:993'], at('10.0.0.7'));
  expect(await own.check('mail.lan', 2143)).toMatchObject({ address: '10.0.0.7', port: 2143 });
  expect(await own.check('10.0.0.5', 1143)).toMatchObject({ address: '10.0.0.5' });
  expect(await own.check('other.lan', 993)).toMatchObject({ address: '10.0.0.7' });
  expect(await reasonOf(own.check('10.0.0.5', 443))).toBe('host_inside');
  expect(await reasonOf(own.check('other.lan', 143))).toBe('host_inside');
  expect(await reasonOf(own.check('sub.mail.lan', 443))).toBe('host_inside');
});
