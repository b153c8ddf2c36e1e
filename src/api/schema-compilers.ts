import { Ajv, type ValidateFunction } from 'ajv';
import addFormats from 'ajv-formats';
import buildSerializer from 'fast-json-stringify';
import type { FastifyInstance, FastifySchema } from 'fastify';

/**
 * Strict: a type is not guessed (coerce-query.ts does so for query strings, where there is only text), an unknown field is an error
 * instead of being dropped, nothing is filled in.
 */
const strictness = {
  coerceTypes: false,
  removeAdditional: false,
  useDefaults: false,
  strict: true,
  // TypeBox writes unions of types, and required fields beside their properties.
  allowUnionTypes: true,
  strictTypes: false,
  strictRequired: false,
} as const;

/**
 * Validators and serializers are made when a route is first used: made at the start they took 0.2 s of it, and most routes of a day
 * are few. `eager`, for tests, makes them all and holds the schemas themselves against JSON Schema.
 */
export function setSchemaCompilers(app: FastifyInstance, eager: boolean): void {
  const ajv = new Ajv({ ...strictness, validateSchema: eager, meta: eager });
  addFormats.default(ajv, ['date', 'date-time', 'binary']);
  // The format of the library takes `urn:uuid:` before it, which the database does not.
  ajv.addFormat('uuid', /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i);

  app.setValidatorCompiler<FastifySchema>(({ schema }) => {
    const compiled = firstUse(() => ajv.compile(plain(schema)), eager);
    return (value: unknown) => {
      const validate: ValidateFunction = compiled();
      return validate(value) ? { value } : { error: validate.errors?.map((finding) => ({ ...finding })) ?? [] };
    };
  });
  app.setSerializerCompiler<FastifySchema>(({ schema }) => {
    const compiled = firstUse(() => buildSerializer(plain(schema)), eager);
    return (value: unknown) => compiled()(value);
  });
}

function firstUse<T>(make: () => T, eager: boolean): () => T {
  let made = eager ? { value: make() } : undefined;
  return () => (made ??= { value: make() }).value;
}

/** TypeBox marks its schemas with symbols and hidden properties; what is left is JSON Schema. */
function plain(schema: unknown): Record<string, unknown> {
  const copy: unknown = JSON.parse(JSON.stringify(schema));
  if (typeof copy !== 'object' || copy === null) throw new TypeError('A schema is an object.');
  return Object.fromEntries(Object.entries(copy));
}
