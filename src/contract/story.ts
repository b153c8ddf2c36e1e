import { Type, type Static } from 'typebox';
import { Opportunity } from './opportunity.ts';
import { Channel, closed, Day, Id, Money, Nullable, Outcome, Ref } from './scalars.ts';

const Count = Type.Integer({ minimum: 0 });

/** How a sale came about (product.md, row 9). */
export const Story = Type.Object({
  opportunity: Opportunity,
  /** The contact in which it was sold; null when it came from a list that does not say. */
  number: Nullable(Type.Integer()),
  /** From the first that is known of it to the sale; null when that is not known. */
  days: Nullable(Type.Integer()),
  /** The longest time without a word, from two weeks on, and after which contact. */
  pause: Nullable(Type.Object({ days: Type.Integer(), after: Type.Integer() })),
  /** How often it was let go and picked up again. */
  revived: Type.Integer(),
  /** The numbered contact moments logged here; those from before Aanhouder are only counted. */
  moments: Type.Array(Type.Object({ number: Type.Integer(), on: Day, channel: Channel, outcome: Outcome })),
});
export type Story = Static<typeof Story>;

export const Stories = Type.Object({
  member: Ref,
  /** All sales, and those of them whose number is known. */
  sales: Count,
  numbered: Count,
  /** Half of the numbered sales needed so many contacts or fewer; null without any. */
  usual: Nullable(Type.Integer()),
  /** Numbered sales after the third contact: where the article says that most sellers have stopped. */
  afterThird: Count,
  items: Type.Array(Story),
  nextCursor: Nullable(Type.String()),
});
export type Stories = Static<typeof Stories>;

export const StoriesQuery = Type.Object(
  {
    /** Default oneself. For owners and managers: a colleague who shares the Mirror. */
    memberId: Type.Optional(Id),
    limit: Type.Optional(Type.Integer({ minimum: 1, maximum: 100 })),
    cursor: Type.Optional(Type.String({ maxLength: 400 })),
  },
  closed,
);
export type StoriesQuery = Static<typeof StoriesQuery>;

/** What went well in a week or a month: what was done, and the sales. Losses stand in the Mirror (product.md, section 5 rule 9). */
export const Week = Type.Object({
  /** Monday to Sunday, or the first to the last of a month. */
  from: Day,
  to: Day,
  moments: Count,
  conversations: Count,
  appointments: Count,
  firstContacts: Count,
  care: Count,
  minutes: Count,
  sales: Count,
  /** Of the sales with an amount of their own. */
  value: Money,
  withoutValue: Count,
  /** The newest 50 sales of it. */
  stories: Type.Array(Story),
});
export type Week = Static<typeof Week>;

export const WeekQuery = Type.Object(
  {
    /** A day of it; default today. */
    on: Type.Optional(Day),
    /** How long it is; default a week. */
    of: Type.Optional(Type.Union([Type.Literal('week'), Type.Literal('month')])),
  },
  closed,
);
export type WeekQuery = Static<typeof WeekQuery>;
