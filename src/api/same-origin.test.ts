import { expect, test } from 'vitest';
import { isSameOrigin } from './same-origin.ts';

test.each([
  ['https://a.example', 'https://a.example', true],
  ['https://a.example', 'https://a.example:443', true],
  ['https://a.example', 'http://a.example', false],
  ['https://a.example', 'https://b.a.example', false],
  ['https://a.example', 'https://a.example.evil.example', false],
  ['https://a.example', 'null', false],
  ['https://a.example', '', false],
  ['https://a.example', 'http://localhost:4620', false],
  ['http://localhost:4620', 'http://localhost:5173', true],
  ['http://localhost:4620', 'http://127.0.0.1:4620', true],
  ['http://localhost:4620', 'http://[::1]:4620', true],
  ['http://localhost:4620', 'http://localhost.evil.example:4620', false],
  ['http://localhost:4620', 'http://rebound.example:4620', false],
])('of the app at %s the page %s is: %s', (appUrl, origin, same) => {
  expect(isSameOrigin(origin, appUrl)).toBe(same);
});

test('who sends no origin is no browser', () => {
  expect(isSameOrigin(undefined, 'https://a.example')).toBe(true);
});
