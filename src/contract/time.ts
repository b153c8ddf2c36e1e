import { Type, type Static } from 'typebox';
import { timeKinds } from '#core/time/time-kind';
import { closed, Day, Money, oneOf } from './scalars.ts';

const TimeKind = oneOf(timeKinds);

/** Time spent a week, and what each kind of it brought (product.md, row 6). */
export const TimeSpent = Type.Object({
  from: Day,
  to: Day,
  of: oneOf(['me', 'workspace'] as const),
  /** Weeks by their Monday, oldest first, also those in which nothing was logged. */
  weeks: Type.Array(
    Type.Object({
      monday: Day,
      minutes: Type.Object({
        new: Type.Integer(),
        running: Type.Integer(),
        revived: Type.Integer(),
        care: Type.Integer(),
      }),
    }),
  ),
  kinds: Type.Array(
    Type.Object({
      kind: TimeKind,
      minutes: Type.Integer(),
      /** How often: contact moments, and turns of looking for new people. */
      count: Type.Integer(),
      /** Of care always 0: it carries no euro. */
      sales: Type.Integer(),
      value: Money,
      /** Sales without an amount of their own, counted at the average. */
      withoutValue: Type.Integer(),
    }),
  ),
  minutes: Type.Integer(),
  count: Type.Integer(),
  sales: Type.Integer(),
  enough: Type.Boolean({ description: 'false under 20 sales: what an hour brought is not said' }),
});
export type TimeSpent = Static<typeof TimeSpent>;

export const TimeQuery = Type.Object(
  {
    from: Type.Optional(Day),
    to: Type.Optional(Day),
    of: Type.Optional(oneOf(['me', 'workspace'] as const)),
  },
  closed,
);
export type TimeQuery = Static<typeof TimeQuery>;
