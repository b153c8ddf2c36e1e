import { Type, type Static } from 'typebox';
import { everys, needKinds } from '#core/outlook/need';
import { closed, Day, Id, Money, Nullable, oneOf, Version } from './scalars.ts';

export const NeedKind = oneOf(needKinds);
export const Every = oneOf(everys);
/** Minor units, and not nothing. */
export const Amount = Type.Integer({ minimum: 1, maximum: 1_000_000_000_000, description: 'minor units (cents)' });
const ShortName = Type.String({ maxLength: 200 });
const NoticeMonths = Type.Integer({ minimum: 0, maximum: 24 });

/** What revenue is needed for. `next_step`: what one dreams of, by the month, beside the needs. */
export const Need = Type.Object({
  id: Id,
  version: Version,
  kind: NeedKind,
  /** Empty: the kind says enough. */
  name: Type.String(),
  amount: Amount,
  every: Every,
  /** By the month: due on this day of each month. */
  fromOn: Day,
  untilOn: Nullable(Day),
});
export type Need = Static<typeof Need>;
export const CreateNeed = Type.Object(
  {
    kind: NeedKind,
    name: Type.Optional(ShortName),
    amount: Amount,
    /** Default: every month. */
    every: Type.Optional(Every),
    /** Default: by the month the first of next month, once today. */
    fromOn: Type.Optional(Day),
    untilOn: Type.Optional(Nullable(Day)),
  },
  closed,
);
export type CreateNeed = Static<typeof CreateNeed>;
export const UpdateNeed = Type.Object({ version: Version, ...Type.Partial(CreateNeed).properties }, closed);
export type UpdateNeed = Static<typeof UpdateNeed>;
export const NeedList = Type.Object({ items: Type.Array(Need) });
export const NeedChanged = Type.Object({ need: Need, changeId: Id });
export type NeedChanged = Static<typeof NeedChanged>;

/** What a customer pays every month already, entered directly. */
export const Contract = Type.Object({
  id: Id,
  version: Version,
  customer: Type.String(),
  /** A month. */
  amount: Amount,
  fromOn: Day,
  /** The last day; null: it runs on until somebody ends it. */
  untilOn: Nullable(Day),
  /** After its last day it goes on for a term as long as the first, unless notice is given in time. */
  renews: Type.Boolean(),
  noticeMonths: NoticeMonths,
});
export type Contract = Static<typeof Contract>;
export const CreateContract = Type.Object(
  {
    customer: Type.String({ minLength: 1, maxLength: 200, pattern: '\\S' }),
    amount: Amount,
    /** Default: today. */
    fromOn: Type.Optional(Day),
    untilOn: Type.Optional(Nullable(Day)),
    renews: Type.Optional(Type.Boolean()),
    noticeMonths: Type.Optional(NoticeMonths),
  },
  closed,
);
export type CreateContract = Static<typeof CreateContract>;
export const UpdateContract = Type.Object({ version: Version, ...Type.Partial(CreateContract).properties }, closed);
export type UpdateContract = Static<typeof UpdateContract>;
export const ContractList = Type.Object({ items: Type.Array(Contract) });
export const ContractChanged = Type.Object({ contract: Contract, changeId: Id });
export type ContractChanged = Static<typeof ContractChanged>;

export const Removed = Type.Object({ changeId: Id });
export type Removed = Static<typeof Removed>;

export const ContinuityQuery = Type.Object(
  { months: Type.Optional(Type.Integer({ minimum: 1, maximum: 24 })) },
  closed,
);
export type ContinuityQuery = Static<typeof ContinuityQuery>;

/** An estimate with its 80% range: 10% and 90% points. Ranges do not add up, means do. */
const Range = Type.Object({ mean: Type.Integer(), low: Type.Integer(), high: Type.Integer() });
export type Range = Static<typeof Range>;

/** Revenue of one month or week, in minor units, beside what is needed then. */
export const ContinuityPeriod = Type.Object({
  /** `2026-03` or, of a week, `2026-W48`. */
  name: Type.String(),
  fromOn: Day,
  untilOn: Day,
  /** Running contracts and sales that are not paid yet. */
  certain: Type.Integer(),
  /** What of `certain` comes only if nobody gives notice. */
  ifRenewed: Type.Integer(),
  /** Open opportunities. */
  probable: Range,
  /** New prospects at the present pace. */
  possible: Range,
  together: Range,
  need: Type.Integer(),
  /** What the next step asks beside it. */
  nextStep: Type.Integer(),
  /** From today to the end of this period: all revenue, and all that is needed. */
  cumulative: Type.Object({ ...Range.properties, certain: Type.Integer(), need: Type.Integer() }),
});
export type ContinuityPeriod = Static<typeof ContinuityPeriod>;

/** Until which day; null: as far as we look. `not`: not even the first week. */
const Until = Type.Union([Type.Literal('not'), Day, Type.Null()]);
export const CoveredNeed = Type.Object({
  ...Need.properties,
  /** With all needs before it in the order: with what is certain, with the 10% point of all revenue, and with its mean. */
  covered: Type.Object({ certain: Until, cautious: Until, mean: Until }),
});
export type CoveredNeed = Static<typeof CoveredNeed>;

const Closing = Type.Object({
  contactsADay: Type.Integer(),
  prospectsAWeek: Type.Number(),
  minutesADay: Type.Integer(),
});

/** One sum that is certain: a contract, an opportunity that pays by the month, or a sale not yet paid. */
export const CertainItem = Type.Object({
  kind: oneOf(['contract', 'recurring', 'unpaid'] as const),
  /** Of the contract or the opportunity; null for a viewer. */
  id: Nullable(Id),
  /** Null: a viewer who may not see it. */
  customer: Nullable(Type.String()),
  personId: Nullable(Id),
  /** A month, or for `unpaid` once. */
  amount: Money,
  fromOn: Day,
  /** Null: it runs on. */
  untilOn: Nullable(Day),
  renews: Type.Boolean(),
  /** What of it falls within the months asked for, and what of that comes only if nobody gives notice. */
  total: Type.Integer(),
  ifRenewed: Type.Integer(),
});
export type CertainItem = Static<typeof CertainItem>;

/** A sale whose money was expected before today, and that nobody said is paid. */
export const OverdueItem = Type.Object({
  /** Of the opportunity. */
  id: Id,
  personId: Nullable(Id),
  customer: Type.String(),
  amount: Money,
  expectedOn: Day,
});
export type OverdueItem = Static<typeof OverdueItem>;

export const Continuity = Type.Object({
  today: Day,
  untilOn: Day,
  currency: Type.String(),
  cash: Nullable(Type.Object({ amount: Money, on: Day })),
  months: Type.Array(ContinuityPeriod),
  weeks: Type.Array(ContinuityPeriod),
  needs: Type.Array(CoveredNeed, { description: 'in the order in which they are covered; a next step last' }),
  /** The week of the first day on which the cumulated 10% point and cash at hand lie under what is due by then; null: none. */
  firstShort: Nullable(
    Type.Object({
      name: Type.String(),
      fromOn: Day,
      untilOn: Day,
      /** The day within it on which something is due that is not covered. */
      dueOn: Day,
      short: Money,
      byMean: Type.Boolean(),
    }),
  ),
  /**
   * How many contact moments more a working day, with new prospects, meet the need at the end: by the mean, and by the 10% point. Null: no
   * working day is long enough. Absent as a whole when nothing is short.
   */
  closing: Nullable(
    Type.Object({
      mean: Nullable(Closing),
      cautious: Nullable(Closing),
      lateOn: Nullable(Day),
      /** A working day of all who sell: its minutes, those left beside who runs and the present pace, and how many of these moments fit there. */
      hours: Type.Object({ minutesADay: Type.Integer(), spareADay: Type.Integer(), contactsADay: Type.Integer() }),
    }),
  ),
  largest: Nullable(Type.Object({ customer: Nullable(Type.String()), share: Type.Number(), amount: Money, of: Money })),
  certainItems: Type.Array(CertainItem, { description: 'the largest 200' }),
  certainCount: Type.Integer(),
  /** Sales whose money was expected before today and that nobody said is paid: in no figure. */
  overdue: Type.Object({
    count: Type.Integer(),
    amount: Money,
    items: Type.Array(OverdueItem, { description: 'the oldest 200; none for a viewer' }),
  }),
  open: Type.Object({
    count: Type.Integer(),
    value: Money,
    withoutValue: Type.Integer(),
    /** Beyond the twelfth contact moment: nothing is expected of them here. */
    beyond: Type.Integer(),
  }),
  pace: Type.Object({
    perWeek: Type.Number({ description: 'opportunities made a week lately' }),
    fits: Type.Number({ description: 'of them those whom the hours carry beside who runs already, on average' }),
    count: Type.Integer(),
    weeks: Type.Integer(),
    value: Money,
  }),
  /** Under 20 ended the chances are the article's, and the range is wide. */
  ended: Type.Integer(),
  enough: Type.Boolean(),
  method: oneOf(['simulated', 'approximated'] as const),
});
export type Continuity = Static<typeof Continuity>;
