import { describe, expect, test } from 'vitest';
import { namesThem, withoutThem } from './names-them.ts';

const names = namesThem({
  names: ['Zoë van den Berg', 'Bo'],
  emails: ['zoe@bakkerij.example'],
  phones: ['+31612345678'],
});

describe('a text names somebody however it is written', () => {
  test.each([
    'Zoë van den Berg',
    'via ZOE VAN DEN BERG, beurs',
    'zoe@bakkerij.example;2026',
    '06-12 34 56 78',
    '0031612345678',
    'Bo',
  ])('%s', (text) => expect(names(text)).toBe(true));

  test.each(['Zoë', 'Bob', 'een bos bloemen', 'van den Bergh', '1234', ''])('not so: %s', (text) =>
    expect(names(text)).toBe(false),
  );
});

test('inside a value only those texts go', () => {
  expect(
    withoutThem(
      {
        rows: [
          { row: 3, value: 'Zoë van den Berg' },
          { row: 4, value: 'Bram' },
        ],
        n: null,
      },
      names,
    ),
  ).toEqual({
    rows: [
      { row: 3, value: '…' },
      { row: 4, value: 'Bram' },
    ],
    n: null,
  });
});
