import fc from 'fast-check';
import { v4 } from 'uuid';
import { expect, test } from 'vitest';
import { asText, binaryArray } from '#db/binary-array';
import { useHouse } from '#tests/support/use-house';

const house = useHouse();

/** The values as PostgreSQL has them, beside the same as it reads them from a text. */
async function readBack(type: string, values: readonly unknown[]) {
  const texts = values.map((value) => (value === null || value === undefined ? null : asText(value)));
  const { rows } = await house().databases.app.query(
    `select array_agg(a::text order by n) as read, array_agg(b::${type}::text order by n) as expected
     from unnest($1::${type}[], $2::text[]) with ordinality as x (a, b, n)`,
    [binaryArray(type, values), texts],
  );
  return rows[0];
}

const day = fc
  .date({ min: new Date('0100-01-01'), max: new Date('9999-12-31'), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10));
// A text of PostgreSQL has no NUL, and no halves of a letter.
const text = fc.string({ unit: 'grapheme', maxLength: 400 }).map((said) => said.replaceAll('\0', ''));
const kinds: readonly (readonly [string, fc.Arbitrary<unknown>])[] = [
  ['text', text],
  ['jsonb', fc.dictionary(fc.stringMatching(/^[a-z"\\]{1,5}$/), text)],
  ['uuid', fc.constant(null).map(() => v4())],
  ['boolean', fc.boolean()],
  ['smallint', fc.integer({ min: -32_768, max: 32_767 })],
  ['integer', fc.integer()],
  ['bigint', fc.oneof(fc.maxSafeInteger(), fc.bigInt({ min: -(2n ** 63n), max: 2n ** 63n - 1n }).map(String))],
  ['double precision', fc.double({ noNaN: true })],
  ['date', day],
  [
    'timestamp with time zone',
    fc.date({ min: new Date('0001-01-02'), max: new Date('9999-12-30'), noInvalidDate: true }),
  ],
];

test.each(kinds)('%s: what is written is what a text would have been', async (type, value) => {
  await fc.assert(
    fc.asyncProperty(fc.array(fc.option(value), { minLength: 1, maxLength: 20 }), async (values) => {
      const { read, expected } = await readBack(type, values);
      expect(read).toEqual(expected);
    }),
    { numRuns: 30 },
  );
});

test('minus nothing is nothing', async () => {
  expect(await readBack('double precision', [-0, null])).toEqual({ read: ['0', null], expected: ['0', null] });
});

test('what is none of its type is refused, and no other value is written for it', () => {
  const ids = ['', 'x', `${v4()}0`, v4().slice(1), v4().replaceAll('-', ''), v4().replace(/^./, 'g')];
  const wrong: readonly (readonly [string, readonly unknown[]])[] = [
    ['uuid', ids],
    ['date', ['2026-02-31', '31-02-2026', '2026-2-3', '']],
    ['timestamp with time zone', ['soon', new Date(Number.NaN)]],
    ['smallint', [40_000, 1.5]],
    ['integer', [3_000_000_000, 1.5, 'twaalf']],
  ];
  for (const [type, values] of wrong)
    for (const value of values)
      expect(() => binaryArray(type, [value]), `${type} ${String(value)}`).toThrow(RangeError);
  expect(() => binaryArray('smallint[]', [[1]])).toThrow(TypeError);
});
