import type { TSchema } from 'typebox';

/**
 * A query string knows text only: numbers and booleans become what the schema says, the rest is left for the validator to refuse.
 * Only query strings and parameters; a JSON body says its types itself, so `"5"` for a number is refused there.
 */
export function coerceQuery(schema: TSchema | undefined, query: unknown): unknown {
  const properties = propertiesOf(schema);
  if (typeof query !== 'object' || query === null) return query;
  return Object.fromEntries(Object.entries(query).map(([name, value]) => [name, coerce(properties.get(name), value)]));
}

function coerce(type: string | undefined, value: unknown): unknown {
  if (typeof value !== 'string') return value;
  if (type === 'boolean') return value === 'true' ? true : value === 'false' ? false : value;
  if (type !== 'integer' && type !== 'number') return value;
  return /^-?\d{1,15}(?:\.\d{1,15})?$/.test(value) ? Number(value) : value;
}

function propertiesOf(schema: unknown): Map<string, string> {
  const types = new Map<string, string>();
  if (!hasKey(schema, 'properties') || typeof schema.properties !== 'object' || schema.properties === null)
    return types;
  for (const [name, property] of Object.entries(schema.properties)) {
    if (hasKey(property, 'type') && typeof property.type === 'string') types.set(name, property.type);
  }
  return types;
}

function hasKey<K extends string>(value: unknown, key: K): value is Record<K, unknown> {
  return typeof value === 'object' && value !== null && key in value;
}
