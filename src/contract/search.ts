import { Type, type Static } from 'typebox';
import { PersonHit } from './person.ts';
import { closed, Day, Id, Nullable } from './scalars.ts';

export const SearchQuery = Type.Object({ q: Type.Optional(Type.String({ maxLength: 200 })) }, closed);
export type SearchQuery = Static<typeof SearchQuery>;

/** Persons, organisations and notes together, a typing error forgiven where nothing else is found. */
export const Found = Type.Object({
  persons: Type.Array(PersonHit),
  organisations: Type.Array(Type.Object({ id: Id, name: Type.String() })),
  notes: Type.Array(
    Type.Object({
      id: Id,
      on: Day,
      personId: Nullable(Id),
      opportunityId: Nullable(Id),
      /** Of the person, or the organisation. */
      name: Nullable(Type.String()),
      /** The words around what was found. */
      excerpt: Type.String(),
    }),
  ),
  typing: Type.Boolean({ description: 'something was found by forgiving a typing error' }),
});
export type Found = Static<typeof Found>;
