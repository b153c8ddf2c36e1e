import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { excerptOf, mentionsIn, withoutSpans } from './mentions.ts';
import { namesThem } from './names-them.ts';

const called = {
  names: ['Zoë van den Berg', 'Bo'],
  emails: ['zoe@bakkerij.example'],
  phones: ['+31612345678'],
};
const find = mentionsIn(called);
const cleared = (text: string) => withoutSpans(text, find(text));

describe('what names somebody goes out of a text, and the rest of it stays', () => {
  test.each([
    ['Gesproken met Zoë van den Berg over de oven.', 'Gesproken met … over de oven.'],
    ['via ZOE  VAN-DEN BERG, beurs', 'via …, beurs'],
    ['Zoë van den Berg’s zus', '…’s zus'],
    ['Zoe\u0308 van den Berg belde', '… belde'],
    ['mail naar Zoe@Bakkerij.example.', 'mail naar ….'],
    ['bel 06-12 34 56 78 of 0031 6 12345678!', 'bel … of …!'],
    ['(+31) 612345678', '…'],
    ['Zoë van den Berg (06 12345678), Zoë van den Berg', '… (…), …'],
    ['bo', '…'],
  ])('%s', (text, left) => expect(cleared(text)).toBe(left));

  test.each(['Bob en Bo', 'Zoë', 'van den Bergh', 'Zoëtje van den Berg', '1234', '612345679', ''])(
    'not so: %s',
    (text) => expect(cleared(text)).toBe(text),
  );
});

test('an excerpt shows the first with what stands around it', () => {
  const text = `${'a '.repeat(100)}Zoë van den Berg${' b'.repeat(100)}`;
  const { before, named, after } = excerptOf(text, find(text));
  expect({ named, before: before.length, after: after.length }).toEqual({
    named: 'Zoë van den Berg',
    before: 81,
    after: 81,
  });
  expect(excerptOf('met Zoë van den Berg', find('met Zoë van den Berg'))).toEqual({
    before: 'met ',
    named: 'Zoë van den Berg',
    after: '',
  });
});

const piece = fc.constantFrom(
  'Zoë van den Berg',
  'zoe@bakkerij.example',
  '06 1234 5678',
  'Bob',
  ' ',
  ', ',
  '12',
  'é',
  '🚢',
);
test('nothing that is found is left, whatever stands around it', () => {
  const texts = fc.array(piece, { maxLength: 8 }).map((parts) => parts.join(' '));
  fc.assert(
    fc.property(texts, (text) => {
      const after = cleared(text);
      expect(find(after)).toEqual([]);
      if (find(text).length === 0) expect(after).toBe(text);
      expect(after).not.toContain('@bakkerij');
      if (namesThem({ ...called, phones: [] })(text)) expect(after).not.toBe(text);
    }),
  );
});
