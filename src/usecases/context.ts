import type { Role } from '#core/opportunity/vocabulary';
import type { Databases } from '#db/connect';

/** Who acts, in which workspace. Checked against the membership on every request. */
export type Actor = { workspaceId: string; memberId: string; role: Role };

/** What every use case gets. `now` and `newId` are given, so that a test can say them. */
export type Context = {
  databases: Databases;
  actor: Actor;
  now: () => Date;
  /** UUIDv7. */
  newId: () => string;
};
