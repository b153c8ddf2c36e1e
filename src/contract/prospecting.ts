import { Type, type Static } from 'typebox';
import { closed, Id, Instant, Minutes, Nullable, Version } from './scalars.ts';

const Found = Type.Integer({ minimum: 0, maximum: 10_000 });

/** A stretch of looking for new prospects: a timer that runs, or what came of it. */
export const Prospecting = Type.Object({
  id: Id,
  version: Version,
  startedAt: Instant,
  /** Null while it runs. */
  endedAt: Nullable(Instant),
  minutes: Nullable(Minutes),
  found: Nullable(Found),
  /** Opportunities that I made meanwhile: what `found` starts from. */
  made: Type.Integer(),
  /** It runs longer than anybody looks: probably forgotten. */
  forgotten: Type.Boolean(),
  /** It was forgotten: the minutes are a bound, and count once they were said. */
  capped: Type.Boolean(),
});
export type Prospecting = Static<typeof Prospecting>;

export const ProspectingList = Type.Object({ running: Nullable(Prospecting), items: Type.Array(Prospecting) });
export type ProspectingList = Static<typeof ProspectingList>;

export const StopProspecting = Type.Object({ minutes: Type.Optional(Minutes), found: Type.Optional(Found) }, closed);
export type StopProspecting = Static<typeof StopProspecting>;

export const UpdateProspecting = Type.Object(
  { version: Version, minutes: Type.Optional(Minutes), found: Type.Optional(Found) },
  closed,
);
export type UpdateProspecting = Static<typeof UpdateProspecting>;

export const ProspectingStarted = Type.Object({
  prospecting: Prospecting,
  /** Null: it ran already. */
  changeId: Nullable(Id),
});
export type ProspectingStarted = Static<typeof ProspectingStarted>;
export const ProspectingChanged = Type.Object({ prospecting: Prospecting, changeId: Id });
export type ProspectingChanged = Static<typeof ProspectingChanged>;
export const ProspectingGone = Type.Object({ changeId: Id });
