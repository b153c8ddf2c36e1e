import type { TSchema } from 'typebox';
import { Compile } from 'typebox/compile';

const validators = new Map<TSchema, ReturnType<typeof Compile>>();

/** Every answer in a test is held against its schema (promises.md, 26): the serializer would quietly turn a wrong type into a right one. */
export function checkAnswer(schema: TSchema, answer: unknown, place: string): void {
  const validator = validators.get(schema) ?? Compile(schema);
  validators.set(schema, validator);
  // As the client will see it: a Date is text, an undefined field is not there.
  const seen: unknown = JSON.parse(JSON.stringify(answer));
  if (validator.Check(seen)) return;
  const findings = [...validator.Errors(seen)].slice(0, 5).map((error) => `${error.instancePath}: ${error.message}`);
  throw new Error(`The answer of ${place} is not what its schema says:\n${findings.join('\n')}`);
}
