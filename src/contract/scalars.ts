import { Type, type TSchema } from 'typebox';
import * as words from '#core/opportunity/vocabulary';

/** A closed list of words as a schema (`enum` in OpenAPI). */
export function oneOf<const T extends readonly string[]>(list: T) {
  return Type.Unsafe<T[number]>({ type: 'string', enum: [...list] });
}

export const Id = Type.String({ format: 'uuid', description: 'UUIDv7' });
/** A calendar day, yyyy-mm-dd: no clock time, no zone. */
export const Day = Type.String({ pattern: '^\\d{4}-\\d{2}-\\d{2}$', description: 'yyyy-mm-dd' });
/** An instant in UTC. */
export const Instant = Type.String({ format: 'date-time' });
export const Minutes = Type.Integer({ minimum: 0, maximum: 1440 });
/** Minor units of the workspace's one currency. */
export const Money = Type.Integer({ minimum: 0, maximum: 1_000_000_000_000, description: 'minor units (cents)' });
export const Version = Type.Integer({
  minimum: 1,
  description: 'the version you last read; a newer one answers 409 version_conflict',
});
export const Name = Type.String({ minLength: 1, maxLength: 200, pattern: '\\S' });
export const Note = Type.String({ maxLength: 100_000 });
export const Line = Type.String({ maxLength: 1000 });

export const Channel = oneOf(words.channels);
export const NextChannel = oneOf(words.nextChannels);
export const Outcome = oneOf(words.outcomes);
export const State = oneOf(words.states);
export const StopKind = oneOf(words.stopKinds);
export const StopReason = oneOf(words.stopReasons);
export const AnyStopReason = oneOf(words.allStopReasons);
export const Warmth = oneOf(words.warmths);
export const Pace = oneOf(words.paces);
export const Intent = oneOf(words.intents);
export const Purpose = oneOf(words.purposes);
export const QuoteState = oneOf(words.quoteStates);
export const Basis = oneOf(words.bases);
export const LegalForm = oneOf(words.legalForms);
export const Role = oneOf(words.roles);
export const Language = oneOf(['nl', 'en'] as const);

export const Ref = Type.Object({ id: Id, name: Type.String() });

/** Every object of the contract refuses unknown fields. */
export const closed = { additionalProperties: false } as const;
export const Nullable = <T extends TSchema>(schema: T) => Type.Union([schema, Type.Null()]);
