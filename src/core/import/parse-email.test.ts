import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseEmail } from './parse-email.ts';

describe('an e-mail address', () => {
  it.each([
    ['jan@example.nl', 'jan@example.nl'],
    ['  Jan.de.Boer+werk@Example.NL ', 'Jan.de.Boer+werk@Example.NL'],
    ['Jan de Boer <jan@example.nl>', 'jan@example.nl'],
    ['mailto:jan@example.nl?subject=hallo', 'jan@example.nl'],
    ['jan@example.nl; piet@example.nl', 'jan@example.nl'],
    ['info@bücher.example', 'info@bücher.example'],
    ["o'neil@sub.example.co.uk", "o'neil@sub.example.co.uk"],
    ['jan@example.nl.', 'jan@example.nl'],
  ])('in %j is %s', (text, address) => {
    expect(parseEmail(text)).toEqual({ ok: true, value: { address, key: address.toLowerCase() } });
  });

  it.each([
    'jan',
    'jan@',
    '@example.nl',
    'jan@example',
    'jan..boer@example.nl',
    'jan@-example.nl',
    'jan@exa_mple.nl',
    'jan@1.2.3.4',
    'jän@example.nl',
    `${'a'.repeat(65)}@example.nl`,
  ])('is not %s', (text) => {
    expect(parseEmail(text)).toEqual({ ok: false, problem: 'not_an_email' });
  });

  it('that stands alone is read as one with something around it', () => {
    const letters = fc.string({ unit: fc.constantFrom(...'aB9._%+-@@é'), maxLength: 20 });
    fc.assert(
      fc.property(
        fc.oneof(
          letters,
          fc.emailAddress(),
          letters.map((name) => `${name}@example.nl`),
        ),
        (text) => {
          // The space keeps it from the short way.
          expect(parseEmail(text)).toEqual(parseEmail(` ${text}`));
        },
      ),
      { numRuns: 2000 },
    );
  });

  it('that is not there is empty', () => {
    expect(parseEmail('')).toEqual({ ok: false, problem: 'empty' });
  });
});
