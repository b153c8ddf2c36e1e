import { Type, type Static } from 'typebox';
import { Organisation, Person } from './person.ts';
import { closed, Id, oneOf } from './scalars.ts';

const Why = oneOf(['phone', 'email', 'name'] as const);
const Stands = Type.Object({ opportunities: Type.Integer(), moments: Type.Integer() });

/** Who are probably one, side by side, with what stands on each. The first of the pair was there first. */
export const Duplicates = Type.Object({
  persons: Type.Array(Type.Object({ why: Why, one: Person, other: Person, oneStands: Stands, otherStands: Stands })),
  organisations: Type.Array(Type.Object({ why: Why, one: Organisation, other: Organisation })),
});
export type Duplicates = Static<typeof Duplicates>;

/** Not the same: they are not suggested again, or (`again`) they are. */
export const DismissDuplicate = Type.Object({ oneId: Id, otherId: Id, again: Type.Optional(Type.Boolean()) }, closed);
export type DismissDuplicate = Static<typeof DismissDuplicate>;

export const MergeOrganisation = Type.Object(
  {
    otherId: Id,
    /** Of these fields the other's value is kept. */
    take: Type.Optional(Type.Array(oneOf(['name', 'legalForm'] as const), { maxItems: 2, uniqueItems: true })),
  },
  closed,
);
export type MergeOrganisation = Static<typeof MergeOrganisation>;
export const OrganisationMerged = Type.Object({ ...Organisation.properties, changeId: Id });
export type OrganisationMerged = Static<typeof OrganisationMerged>;
