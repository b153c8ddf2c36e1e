import { expect, test } from 'vitest';
import { routeTo } from './route-to.ts';

const address = { street: 'Dorpsstraat 1', postcode: '1234 AB', city: 'Dorp', country: 'NL', of: 'person' } as const;
const place = 'Dorpsstraat%201%2C%201234%20AB%20Dorp%2C%20Netherlands';

test.each([
  ['Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X)', `https://maps.apple.com/?daddr=${place}`],
  ['Mozilla/5.0 (Linux; Android 15; Pixel 9)', `https://www.google.com/maps/dir/?api=1&destination=${place}`],
  ['Mozilla/5.0 (X11; Linux x86_64)', `https://www.openstreetmap.org/directions?to=${place}`],
])('%s opens its own maps', (device, link) => {
  expect(routeTo(address, device)).toBe(link);
});

test('what is not known is left out, and no text of an address becomes a part of the link', () => {
  const odd = { ...address, street: '1&to=elsewhere#x', postcode: null, country: 'ZZ' };
  expect(routeTo(odd, '')).toBe('https://www.openstreetmap.org/directions?to=1%26to%3Delsewhere%23x%2C%20Dorp');
});
