import { Ajv, type ValidateFunction } from 'ajv';
import addFormats from 'ajv-formats';
import buildSerializer from 'fast-json-stringify';
import type { FastifyInstance, FastifySchema } from 'fastify';
import { answerSchema } from './answer-schema.ts';

/**
 * Strict: a type is not guessed (coerce-query.ts does so for query strings, where there is only text), an unknown field is an error
 * instead of being dropped, nothing is filled in. `validateSchema`: the schema itself is held against JSON Schema, which a test does.
 */
export function openAjv(validateSchema: boolean): Ajv {
  const ajv = new Ajv({
    coerceTypes: false,
    removeAdditional: false,
    useDefaults: false,
    strict: true,
    // TypeBox writes unions of types, and required fields beside their properties.
    allowUnionTypes: true,
    strictTypes: false,
    strictRequired: false,
    validateSchema,
    meta: validateSchema,
  });
  addFormats.default(ajv, ['date', 'date-time', 'binary']);
  // The format of the library takes `urn:uuid:` before it, which the database does not.
  ajv.addFormat('uuid', /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i);
  return ajv;
}

type Serialize = (value: unknown) => string;

const ajv = openAjv(false);
const validators = new WeakMap<object, ValidateFunction>();
const serializers = new WeakMap<object, Serialize>();

/**
 * Validators and serializers are made when a route is first used, and once for all apps of a process: made at the start they took 0.2 s
 * of it, and most routes of a day are few.
 */
export function setSchemaCompilers(app: FastifyInstance): void {
  app.setValidatorCompiler<FastifySchema>(({ schema }) => (value: unknown) => {
    const validate = madeOnce(validators, schema, () => ajv.compile(plain(schema)));
    return validate(value) ? { value } : { error: validate.errors?.map((finding) => ({ ...finding })) ?? [] };
  });
  app.setSerializerCompiler<FastifySchema>(
    ({ schema }) =>
      (value: unknown) =>
        madeOnce(serializers, schema, () => buildSerializer(plain(answerSchema(schema))))(value),
  );
}

function madeOnce<T>(made: WeakMap<object, T>, schema: object, make: () => T): T {
  const known = made.get(schema);
  if (known !== undefined) return known;
  const value = make();
  made.set(schema, value);
  return value;
}

/** TypeBox marks its schemas with symbols and hidden properties; what is left is JSON Schema. */
export function plain(schema: unknown): Record<string, unknown> {
  const copy: unknown = JSON.parse(JSON.stringify(schema));
  if (typeof copy !== 'object' || copy === null) throw new TypeError('A schema is an object.');
  return Object.fromEntries(Object.entries(copy));
}
