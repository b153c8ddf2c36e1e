import { Type, type Static } from 'typebox';
import { closed, Day, Id, Line, Money, Nullable } from './scalars.ts';
import { Advice, Opportunity } from './opportunity.ts';

/**
 * One number of a curve; numbers after 12 are one row, 13. `share`, `low`, `high` are fractions 0..1 (90% interval), null under 20
 * ended: then only counts are said (product.md, section 5, rule 8).
 */
export const MirrorRow = Type.Object({
  number: Type.Integer({ minimum: 1, maximum: 13 }),
  count: Type.Integer(),
  share: Nullable(Type.Number()),
  low: Nullable(Type.Number()),
  high: Nullable(Type.Number()),
});
export type MirrorRow = Static<typeof MirrorRow>;

export const Mirror = Type.Object({
  by: Type.Union([Type.Literal('contact'), Type.Literal('conversation')]),
  sales: Type.Array(MirrorRow),
  stops: Type.Array(MirrorRow),
  refusals: Type.Array(MirrorRow),
  ended: Type.Integer(),
  won: Type.Integer(),
  ownStops: Type.Integer(),
  refused: Type.Integer(),
  /** Ended without a known number: in `ended`, in no curve. */
  numberUnknown: Type.Integer(),
  revived: Type.Object({ count: Type.Integer(), sold: Type.Integer() }),
  letLie: Type.Integer(),
  /** The article's figures: unverified, source unknown. Fractions by number 1..12. */
  article: Type.Object({
    sales: Type.Array(Type.Number()),
    stops: Type.Array(Type.Number()),
    verified: Type.Literal(false),
  }),
  /** Share of the attainable sales that one captures by stopping as one does, under one's own hazard. Null under 20 ended. */
  captured: Nullable(Type.Number()),
  enough: Type.Boolean({ description: 'false under 20 ended opportunities: only counts are said' }),
  guess: Nullable(Type.Object({ stopsAfter: Type.Integer(), salesAt: Type.Integer() })),
  sources: Type.Array(Type.String()),
});
export type Mirror = Static<typeof Mirror>;
export const MirrorQuery = Type.Object(
  {
    from: Type.Optional(Day),
    to: Type.Optional(Day),
    source: Type.Optional(Line),
    by: Type.Optional(Type.Union([Type.Literal('contact'), Type.Literal('conversation')])),
    of: Type.Optional(Type.Union([Type.Literal('me'), Type.Literal('workspace')])),
  },
  closed,
);
export type MirrorQuery = Static<typeof MirrorQuery>;
export const MirrorGuess = Type.Object(
  { stopsAfter: Type.Integer({ minimum: 0, maximum: 20 }), salesAt: Type.Integer({ minimum: 1, maximum: 20 }) },
  closed,
);

export const MissedRevenue = Type.Object({
  currency: Type.String(),
  /** Those one let go who never said no. */
  count: Type.Integer(),
  gross: Money,
  low: Money,
  high: Money,
  /** Minus index(new) × the minutes it would take; never below 0 in sum. */
  net: Money,
  expectedMinutes: Type.Integer(),
  withoutValue: Type.Integer(),
  averageValue: Money,
  ended: Type.Integer(),
  enough: Type.Boolean(),
  rows: Type.Array(
    Type.Object({ held: Type.Integer(), count: Type.Integer(), value: Money, buyLater: Type.Number(), gross: Money }),
  ),
});
export type MissedRevenue = Static<typeof MissedRevenue>;

export const Revive = Type.Object({
  /** "57 let go, 51 of them never said no." */
  letGo: Type.Integer(),
  neverSaidNo: Type.Integer(),
  letLie: Type.Integer(),
  /** Expected minor units per minute of a new prospect, finding it included. */
  newPerMinute: Type.Number(),
  items: Type.Array(
    Type.Object({
      opportunity: Opportunity,
      stillToGain: Money,
      /** Its 90% range. */
      stillToGainLow: Money,
      stillToGainHigh: Money,
      /** Less what those minutes would bring with new prospects; below 0 when that is more. */
      net: Type.Integer(),
      perMinute: Type.Number(),
      /** `stop`: one's own figures say to let rest; those come last. */
      advice: Advice,
      channels: Type.Array(Type.String()),
      sentence: Type.String({ description: 'code of a first sentence, i18n `opener.<code>`' }),
      stoppedDaysAgo: Nullable(Type.Integer()),
    }),
  ),
  nextCursor: Nullable(Type.String()),
});
export type Revive = Static<typeof Revive>;
export const ReviveQuery = Type.Object(
  {
    limit: Type.Optional(Type.Integer({ minimum: 1, maximum: 100 })),
    cursor: Type.Optional(Type.String({ maxLength: 400 })),
    letLie: Type.Optional(Type.Boolean()),
    /** Of one list that was brought in: its counts and its best, in one page. */
    importId: Type.Optional(Id),
  },
  closed,
);
/** "Plan ten this week": these, or the best `count`, spread over the days that have room. */
export const RevivePlan = Type.Object(
  {
    opportunityIds: Type.Optional(Type.Array(Id, { maxItems: 100 })),
    count: Type.Optional(Type.Integer({ minimum: 1, maximum: 100 })),
  },
  closed,
);
export const RevivePlanned = Type.Object({
  planned: Type.Array(Type.Object({ id: Id, on: Day })),
  changeId: Nullable(Id),
});

export const PlanHistory = Type.Object({
  items: Type.Array(
    Type.Object({
      at: Type.String(),
      on: Nullable(Day),
      channel: Nullable(Type.String()),
      reason: Nullable(Type.String()),
      member: Nullable(Type.String()),
    }),
  ),
});
