import { expect, test } from 'vitest';
import { contactAddress } from './contact-address.ts';

const marieke = {
  phone: '+31612345678',
  email: 'marieke@example.nl',
  linkedin: 'https://www.linkedin.com/in/marieke-b/',
  channels: [],
};

test('calling leads to the phone, appen to wa.me without a plus', () => {
  expect(contactAddress('call', marieke)).toBe('tel:+31612345678');
  expect(contactAddress('message', marieke)).toBe('https://wa.me/31612345678');
});

test('a mail may begin with words', () => {
  expect(contactAddress('email', marieke, { subject: 'Je vraag', body: 'Dag Marieke,\n' })).toBe(
    'mailto:marieke@example.nl?subject=Je%20vraag&body=Dag%20Marieke%2C%0A',
  );
});

test('whoever has no address for a channel is not reachable by it', () => {
  const bare = { phone: null, email: null, linkedin: null, channels: [] };
  expect(contactAddress('call', bare)).toBeNull();
  expect(contactAddress('email', bare)).toBeNull();
  expect(contactAddress('call', null)).toBeNull();
  expect(contactAddress('visit', marieke)).toBeNull();
});

test('only a LinkedIn profile becomes a LinkedIn link', () => {
  expect(contactAddress('linkedin', marieke)).toBe('https://www.linkedin.com/in/marieke-b/');
  expect(contactAddress('linkedin', { ...marieke, linkedin: 'marieke-b' })).toBe(
    'https://www.linkedin.com/in/marieke-b',
  );
  expect(contactAddress('linkedin', { ...marieke, linkedin: 'javascript:alert(1)' })).toBeNull();
  expect(contactAddress('linkedin', { ...marieke, linkedin: 'https://evil.example/in/x' })).toBeNull();
});

test('a channel that may not be used has no address; one that may with care has', () => {
  const channels = [
    { channel: 'call' as const, verdict: 'block' as const },
    { channel: 'email' as const, verdict: 'warn' as const },
  ];
  expect(contactAddress('call', { ...marieke, channels })).toBeNull();
  expect(contactAddress('email', { ...marieke, channels })).toMatch(/^mailto:/);
});
