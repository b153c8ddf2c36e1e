type Json = Record<string, unknown>;

/**
 * The schema of an answer as the serializer needs it. For alternatives (anyOf) that would try each branch with a validator, for every
 * field and row; nearly all of ours are "or null" and lists of words, which it can be told plainly.
 */
export function answerSchema(schema: unknown): unknown {
  if (Array.isArray(schema)) return schema.map(answerSchema);
  if (!isJson(schema)) return schema;
  const alternatives = schema['anyOf'];
  if (Array.isArray(alternatives)) return union(schema, alternatives.filter(isJson));
  return Object.fromEntries(
    Object.entries(schema).map(([key, value]) => [key, key === 'enum' ? value : answerSchema(value)]),
  );
}

function union(schema: Json, alternatives: readonly Json[]): Json {
  const { anyOf: _anyOf, ...rest } = schema;
  const real = alternatives.filter((alternative) => alternative['type'] !== 'null');
  const isNullable = real.length < alternatives.length;
  const only = real[0];
  if (only !== undefined && real.length === 1) return orNull({ ...rest, ...plain(only) }, isNullable);
  const words = real.map((alternative) => alternative['const']);
  if (words.every((word) => typeof word === 'string'))
    return orNull({ ...rest, type: 'string', enum: words }, isNullable);
  return { ...rest, anyOf: alternatives.map(answerSchema) };
}

/** Within alternatives of objects a validator chooses after all, and to it a list of words without null refuses null. */
function orNull(schema: Json, isNullable: boolean): Json {
  if (!isNullable) return schema;
  const words = schema['enum'];
  return { ...schema, nullable: true, ...(Array.isArray(words) && { enum: [...words, null] }) };
}

function plain(schema: Json): Json {
  const simple = answerSchema(schema);
  return isJson(simple) ? simple : {};
}

function isJson(value: unknown): value is Json {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
