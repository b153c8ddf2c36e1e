import buildSerializer from 'fast-json-stringify';
import { Type } from 'typebox';
import { expect, test } from 'vitest';
import { answerSchema } from './answer-schema.ts';

const plain = (schema: unknown) => JSON.parse(JSON.stringify(schema));
const serialise = (schema: unknown, value: unknown) => buildSerializer(plain(answerSchema(plain(schema))))(value);

test('"or null" becomes nullable, also deep inside', () => {
  const Schema = Type.Object({
    rows: Type.Array(Type.Object({ person: Type.Union([Type.Object({ name: Type.String() }), Type.Null()]) })),
  });
  expect(JSON.stringify(answerSchema(plain(Schema)))).not.toContain('anyOf');
  expect(serialise(Schema, { rows: [{ person: null }, { person: { name: 'Anna', secret: 'x' } }] })).toBe(
    '{"rows":[{"person":null},{"person":{"name":"Anna"}}]}',
  );
});

test('a choice of words becomes a list of words', () => {
  const Schema = Type.Object({ pin: Type.Union([Type.Literal('yes'), Type.Literal('no'), Type.Null()]) });
  expect(answerSchema(plain(Schema))).toMatchObject({
    properties: { pin: { type: 'string', enum: ['yes', 'no', null], nullable: true } },
  });
  expect(serialise(Schema, { pin: null })).toBe('{"pin":null}');
  expect(serialise(Schema, { pin: 'no' })).toBe('{"pin":"no"}');
});

test('a real choice of shapes stays one', () => {
  const Schema = Type.Object({
    entry: Type.Union([
      Type.Object({ kind: Type.Literal('a'), on: Type.String() }),
      Type.Object({ kind: Type.Literal('b'), at: Type.Integer() }),
    ]),
  });
  expect(serialise(Schema, { entry: { kind: 'b', at: 3 } })).toBe('{"entry":{"kind":"b","at":3}}');
});

test('in a choice of shapes a word may be null', () => {
  const Schema = Type.Union([
    Type.Object({
      kind: Type.Literal('a'),
      // As contract/scalars.ts writes it: a choice within "or null".
      intent: Type.Union([Type.Union([Type.Literal('give'), Type.Literal('ask')]), Type.Null()]),
    }),
    Type.Object({ kind: Type.Literal('b') }),
  ]);
  expect(serialise(Schema, { kind: 'a', intent: null })).toBe('{"kind":"a","intent":null}');
});

test('facts of any kind pass whole', () => {
  const Schema = Type.Object({
    params: Type.Record(Type.String(), Type.Union([Type.String(), Type.Number()])),
    more: Type.Unknown(),
  });
  expect(serialise(Schema, { params: { n: 4, name: 'Anna' }, more: { deep: [1] } })).toBe(
    '{"params":{"n":4,"name":"Anna"},"more":{"deep":[1]}}',
  );
});
