/** Answers of the contract that have a schema but no exported type. */
import type { Static } from 'typebox';
import type { CareLogged as CareLoggedSchema, OrganisationList as OrganisationListSchema } from '#contract/person';
import type { SpreadDone as SpreadDoneSchema } from '#contract/today';
import type {
  MemberList as MemberListSchema,
  SetupState as SetupStateSchema,
  Undone as UndoneSchema,
} from '#contract/workspace';

export type CareLogged = Static<typeof CareLoggedSchema>;
export type OrganisationList = Static<typeof OrganisationListSchema>;
export type SpreadDone = Static<typeof SpreadDoneSchema>;
export type MemberList = Static<typeof MemberListSchema>;
export type SetupState = Static<typeof SetupStateSchema>;
export type Undone = Static<typeof UndoneSchema>;
