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
  const orNull = real.length < alternatives.length ? nullable : (one: Json) => one;
  const only = real[0];
  if (only !== undefined && real.length === 1) return { ...rest, ...orNull(plain(only)) };
  const words = real.map((alternative) => alternative['const']);
  if (words.every((word) => typeof word === 'string')) return { ...rest, ...orNull({ type: 'string', enum: words }) };
  return { ...rest, anyOf: alternatives.map(answerSchema) };
}

/** `nullable` alone does not let null through a list of words, where a validator chooses between branches (a timeline). */
function nullable(schema: Json): Json {
  const words = schema['enum'];
  return { ...schema, ...(Array.isArray(words) ? { enum: [...words, null] } : {}), nullable: true };
}

function plain(schema: Json): Json {
  const simple = answerSchema(schema);
  return isJson(simple) ? simple : {};
}

function isJson(value: unknown): value is Json {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
