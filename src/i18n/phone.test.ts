import { expect, test } from 'vitest';
import { readablePhone } from './phone.ts';

test.each([
  ['+31600001234', '06 00001234'],
  ['+31200001234', '020 000 1234'],
  ['+31343000123', '0343 000 123'],
  ['+3224000123', '+3224000123'],
  ['', ''],
])('%s is read as %s', (e164, text) => expect(readablePhone(e164)).toBe(text));
