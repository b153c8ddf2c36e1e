import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { tokens } from './style.ts';

const declared = readFileSync(new URL('../../web/style/tokens.css', import.meta.url), 'utf8');

test.each(Object.entries(tokens))('%s is as the app has it', (name, [light, dark]) => {
  expect(declared).toContain(`--${name}: light-dark(${light}, ${dark});`);
});
