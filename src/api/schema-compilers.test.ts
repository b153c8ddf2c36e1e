import buildSerializer from 'fast-json-stringify';
import { expect, test } from 'vitest';
import { answerSchema } from './answer-schema.ts';
import { routes } from './routes.ts';
import { openAjv, plain } from './schema-compilers.ts';

/** The program compiles each when it is first used: here all are, and each is held against JSON Schema itself. */
test('the schemas of every route are JSON Schema, and compile', () => {
  const ajv = openAjv(true);
  for (const { method, url, schema } of routes) {
    const compiles = (part: unknown, what: string) =>
      expect(() => part && ajv.compile(plain(part)), `${method} ${url}, ${what}`).not.toThrow();
    compiles(schema.params, 'params');
    compiles(schema.query, 'query');
    compiles(schema.body, 'body');
    compiles(schema.response, 'answer');
    if (schema.response === undefined) continue;
    const answer = plain(answerSchema(schema.response));
    expect(() => buildSerializer(answer), `${method} ${url}`).not.toThrow();
  }
});
