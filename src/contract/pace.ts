import { Type, type Static } from 'typebox';
import { closed, Id, Nullable } from './scalars.ts';

const carried = {
  minutesADay: Type.Integer(),
  fits: Type.Integer({ description: 'so many active opportunities these minutes carry' }),
  rest: Type.Integer({ description: 'open ones beyond that: slow' }),
  slowEveryDays: Nullable(
    Type.Integer({
      description: 'how often each of the rest comes by: 90 days, or longer when the minutes do not hold it',
    }),
  ),
};

/** How many opportunities one's minutes a day carry in full (definition 11). Counts end at 1,000, or at what a quarter has moments for when that is more: then `…More` is true. */
export const Pace = Type.Object({
  ...carried,
  open: Type.Integer(),
  openMore: Type.Boolean(),
  active: Type.Integer(),
  activeMore: Type.Boolean(),
  /** What other minutes a day would carry. */
  choices: Type.Array(Type.Object(carried)),
  /** What was moved last, while it can be taken back (24 hours). */
  lastChange: Nullable(Type.Object({ changeId: Id, up: Type.Integer(), down: Type.Integer() })),
});
export type Pace = Static<typeof Pace>;

export const PaceQuery = Type.Object(
  { minutesADay: Type.Optional(Type.Integer({ minimum: 5, maximum: 720, description: 'one more of the choices' })) },
  closed,
);

export const FitPace = Type.Object({}, closed);
export const PaceFitted = Type.Object({
  /** Moved to full pace, to slow, and slow ones that had waited long and were planned anew. */
  up: Type.Integer(),
  down: Type.Integer(),
  later: Type.Integer(),
  changeId: Nullable(Id),
});
export type PaceFitted = Static<typeof PaceFitted>;
