import { Type, type Static } from 'typebox';
import { closed, Day, Id, Line, Nullable, oneOf } from './scalars.ts';

/** What happens to the next moments in one's absence; appointments and who waits stay where they are. */
export const AbsenceMoments = oneOf(['leave', 'move', 'hand_over'] as const);

const when = { fromOn: Day, untilOn: Day };

/** What lies in an absence that one thinks of. */
export const PreviewAbsence = Type.Object(when, closed);
export type PreviewAbsence = Static<typeof PreviewAbsence>;
export const AbsencePreview = Type.Object({
  /** Next moments that could be moved or handed over, and what they take. */
  moments: Type.Integer(),
  minutes: Type.Integer(),
  /** Appointments with a time: they stay. */
  appointments: Type.Integer(),
  /** Where they would go when moved. */
  over: Type.Array(Type.Object({ on: Day, count: Type.Integer() })),
});
export type AbsencePreview = Static<typeof AbsencePreview>;

export const PlanAbsence = Type.Object(
  {
    ...when,
    note: Type.Optional(Line),
    moments: AbsenceMoments,
    /** To whom; only with `hand_over`. */
    assigneeId: Type.Optional(Id),
  },
  closed,
);
export type PlanAbsence = Static<typeof PlanAbsence>;
export const AbsencePlanned = Type.Object({
  dayOffId: Id,
  changed: Type.Integer(),
  over: AbsencePreview.properties.over,
  changeId: Id,
});
export type AbsencePlanned = Static<typeof AbsencePlanned>;

/** At which hour somebody is best called, with the counts it comes from; null with too few calls. */
export const PersonHours = Type.Object({
  best: Nullable(
    Type.Object({
      /** 0 … 23: from this hour to the next. */
      hour: Type.Integer(),
      tried: Type.Integer(),
      reached: Type.Integer(),
      /** Calls in all. */
      of: Type.Integer(),
      share: Type.Number(),
      /** `workspace`: too few of their own. */
      by: oneOf(['person', 'workspace'] as const),
    }),
  ),
});
export type PersonHours = Static<typeof PersonHours>;
