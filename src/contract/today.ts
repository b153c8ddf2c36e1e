import { Type, type Static } from 'typebox';
import { careActs } from '#core/relationship/give-first';
import { whyCodes } from '#core/today/why';
import { Channel, closed, Day, Id, Instant, NextChannel, Nullable, oneOf } from './scalars.ts';
import { Advice, Opportunity } from './opportunity.ts';
import { PersonHit, Promise_ } from './person.ts';
import { CareDay } from './relationship.ts';

/** Why a line stands on Today: a code with its figures; the words are in i18n (`why.<code>`). */
export const Why = Type.Object({
  code: oneOf(whyCodes),
  params: Type.Record(Type.String(), Type.Union([Type.String(), Type.Number()])),
});
export type Why = Static<typeof Why>;

export const Mark = Type.Union([
  Type.Literal('held'),
  Type.Literal('next'),
  Type.Literal('gold'),
  Type.Literal('plain'),
]);

export const TodayItem = Type.Object({
  opportunity: Opportunity,
  group: oneOf(['waiting', 'promised', 'appointment', 'pinned', 'planned', 'first']),
  why: Why,
  minutes: Type.Integer(),
  /** Expected minor units per minute, looking ahead. */
  perMinute: Type.Number(),
  /** One more moment here or a new prospect: what stands below the line. */
  advice: Advice,
  /** Until 20 ended opportunities the screen says this instead of the figure. */
  level: Type.Union([Type.Literal('high'), Type.Literal('middle'), Type.Literal('low')]),
  /** Expected minor units of this opportunity if followed on. */
  expected: Type.Integer(),
  /** The channels one may use, best first. */
  channels: Type.Array(Channel),
  /** Code of a line to open with; the words are in i18n (`opener.<code>`). */
  opener: Type.String(),
  promise: Nullable(Promise_),
  /** What they promised, and is due: to ask about in this moment. */
  askAbout: Type.Array(Promise_),
  /** Other due opportunities of the same person ("+2"). */
  others: Type.Array(Type.Object({ id: Id, title: Type.String() })),
});
export type TodayItem = Static<typeof TodayItem>;

export const Today = Type.Object({
  on: Day,
  minutes: Type.Integer(),
  /** The plan that fits the minutes, in order. */
  items: Type.Array(TodayItem),
  /** Of the plan, planned attention included. */
  minutesPlanned: Type.Integer(),
  /** Expected minor units per minute of a new prospect, finding it included: the alternative to every line. */
  newPerMinute: Type.Number(),
  expected: Type.Integer(),
  /** Due or left over, beyond the plan: the next ones, and how many (capped: `restMore`). */
  rest: Type.Array(TodayItem),
  restCount: Type.Integer(),
  restMore: Type.Boolean(),
  /** Planned before today: "van eerder". */
  leftoverCount: Type.Integer(),
  leftoverMore: Type.Boolean(),
  /**
   * People to whom attention is due, whose day it is first, then the longest waiting; `planned`: it is in today's plan, within its share of the
   * minutes. A day that comes within its lead time is told of, with no minutes yet; whom no channel may reach (`wait`) stands last, unplanned.
   */
  care: Type.Array(
    Type.Object({
      person: PersonHit,
      on: Day,
      channel: Nullable(NextChannel),
      minutes: Type.Integer(),
      planned: Type.Boolean(),
      /** Whose day it is; null: it is their turn in the rhythm of keeping in touch. */
      day: Nullable(CareDay),
      /** What it may be for: thanks after a sale, the question who else it would help, or just how they are. */
      act: oneOf(careActs),
    }),
  ),
  /** Promises due that have no open opportunity in the plan. */
  promises: Type.Array(Type.Object({ promise: Promise_, person: PersonHit })),
  done: Type.Object({
    moments: Type.Integer(),
    conversations: Type.Integer(),
    appointments: Type.Integer(),
    sales: Type.Integer(),
    minutes: Type.Integer(),
  }),
  tomorrow: Type.Integer(),
  tomorrowMore: Type.Boolean(),
  /** Numbers where one's own sales mostly fall (gold on the trail); the article's until 20 ended. */
  gold: Type.Array(Type.Integer()),
  ended: Type.Integer(),
  /** True from 20 ended opportunities: figures may be shown. */
  figures: Type.Boolean(),
  /** Nothing in this workspace yet. */
  empty: Type.Boolean(),
  revivable: Type.Integer(),
  /** Days off that one is in, or that begin within a week. */
  away: Nullable(Type.Object({ fromOn: Day, untilOn: Day })),
});
export type Today = Static<typeof Today>;
export const TodayQuery = Type.Object({ minutes: Type.Optional(Type.Integer({ minimum: 1, maximum: 720 })) }, closed);

/** Leftovers spread over the coming working days by value, in one undoable step. */
export const Spread = Type.Object({ days: Type.Optional(Type.Integer({ minimum: 1, maximum: 14 })) }, closed);
export const SpreadDone = Type.Object({
  moved: Type.Integer(),
  over: Type.Array(Type.Object({ on: Day, count: Type.Integer() })),
  changeId: Nullable(Id),
});

export const DoneItem = Type.Object({
  opportunity: Nullable(Opportunity),
  personName: Type.String(),
  personId: Nullable(Id),
  momentId: Id,
  number: Nullable(Type.Integer()),
  outcome: Type.String(),
  at: Instant,
  changeId: Nullable(Id),
});
export const DoneList = Type.Object({ items: Type.Array(DoneItem) });
export type DoneList = Static<typeof DoneList>;
