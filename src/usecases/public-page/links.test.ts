import { describe, expect, test } from 'vitest';
import { addressOfLink, hashOfLink, publicLinks } from './links.ts';
import { networkOf } from './sign-up.ts';

const links = publicLinks('only for tests, and long enough to be one', 'https://follow-up.example.com');

describe('links', () => {
  test('are the same for the same thing, and another for everything else', () => {
    const one = links.token('course', 'w', 's');
    expect(links.token('course', 'w', 's')).toBe(one);
    const others = [
      links.token('confirm', 'w', 's'),
      links.token('course', 'v', 's'),
      links.token('course', 'w', 't'),
      publicLinks('another secret that is long enough too', links.appUrl).token('course', 'w', 's'),
    ];
    expect(new Set([one, ...others]).size).toBe(5);
    expect(one).toMatch(/^[\w-]{22}$/);
    expect(hashOfLink(one)).toMatch(/^[0-9a-f]{64}$/);
    expect(addressOfLink(links, 'leave_tips', one)).toBe(`https://follow-up.example.com/p/u/${one}`);
  });

  test('a form says how old it is, and only one that we made does', () => {
    const now = new Date('2026-11-25T10:00:00Z');
    const stamp = links.formStamp(new Date(now.getTime() - 4000));
    expect(links.ageOfForm(stamp, now)).toBe(4000);
    for (const wrong of [stamp.replace('.', '1.'), `${stamp}x`, '', '.', undefined, 4, 'x.y'])
      expect(links.ageOfForm(wrong, now)).toBeNull();
  });
});

test.each([
  ['203.0.113.77', '203.0.113.0/24'],
  ['::ffff:203.0.113.77', '203.0.113.0/24'],
  ['2001:db8:1:2:3:4:5:6', '2001:db8:1::/48'],
  ['2001:db8::1', '2001:db8::/48'],
  ['::1', '::/48'],
])('of the address %s only %s is kept', (ip, network) => {
  expect(networkOf(ip)).toBe(network);
});
