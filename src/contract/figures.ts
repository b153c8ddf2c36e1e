import { Type, type Static } from 'typebox';
import { Channel, closed, Day, Id, Instant, Minutes, Money, Nullable } from './scalars.ts';

/** Fractions 0..1 that sum to 1: what a figure is made of. */
const Weight = Type.Object({
  own: Type.Number(),
  team: Type.Number(),
  workspace: Type.Number(),
  article: Type.Number(),
});

/**
 * One number 1..12. `hazard`: chance of the sale at this moment; `continues`: chance that it goes on after it; `low`, `high`: 90% interval
 * of the hazard. `alpha`, `refuse` and `beta`: the Dirichlet of buying, saying no and going on that these are of.
 */
export const NumberFigures = Type.Object({
  number: Type.Integer({ minimum: 1, maximum: 12 }),
  hazard: Type.Number(),
  low: Type.Number(),
  high: Type.Number(),
  continues: Type.Number(),
  /** The hazard by the article alone. */
  article: Type.Number(),
  alpha: Type.Number(),
  refuse: Type.Number(),
  beta: Type.Number(),
  /** Counts that are one's own: moments with this number that were tried, sold, refused. */
  tried: Type.Integer(),
  sold: Type.Integer(),
  refused: Type.Integer(),
  weight: Weight,
  minutes: Type.Integer({ description: 'a contact moment with this number takes' }),
  /** Stopped after this number, of average value and unknown warmth: is one more moment worth more than a new prospect? Null at 12. */
  beatsNew: Nullable(Type.Boolean()),
});
export type NumberFigures = Static<typeof NumberFigures>;

/** Minutes in use, the setting they start from, and how many of one's own and of the colleagues' they were learned from. */
const LearnedMinutes = {
  minutes: Minutes,
  setting: Type.Integer(),
  own: Type.Integer(),
  others: Type.Integer(),
};

/** What the average sale rests on: one's guess (the setting), and so many of the newest sales with an amount, as looked at on that day. */
export const AverageRests = Type.Object({ guess: Money, sales: Type.Integer(), on: Nullable(Day) });

export const FiguresOf = Type.Object({
  /** Null: the whole workspace. */
  memberId: Nullable(Id),
  /** The day they are of. */
  on: Day,
  /** Computed then, from what had been logged until then; never older than a minute. */
  madeAt: Instant,
  /** Ended opportunities of the workspace; under 20 (`enough` false) these are mostly the article's figures. */
  ended: Type.Integer(),
  enough: Type.Boolean(),
  /** Over all numbers. */
  weight: Weight,
  numbers: Type.Array(NumberFigures),
  /** Own sales after the twelfth moment, which are in no row. */
  salesBeyond12: Type.Integer(),
  channels: Type.Array(Type.Object({ channel: Channel, ...LearnedMinutes })),
  /** Finding one new prospect; `own` and `others` count those found while the timer ran, in `spent` minutes of one's own. */
  acquisition: Type.Object({ ...LearnedMinutes, minutes: Type.Integer(), spent: Type.Integer() }),
  /** Expected minor units per minute of a new prospect of average value, finding it included. */
  newPerMinute: Type.Number(),
  currency: Type.String(),
  /** What a sale is worth on average, of a new prospect and of what has no amount: learned from the newest sales. */
  averageValue: Money,
  average: AverageRests,
  minutesADay: Minutes,
});
export type FiguresOf = Static<typeof FiguresOf>;

export const FiguresQuery = Type.Object(
  {
    of: Type.Optional(Type.Union([Type.Literal('me'), Type.Literal('workspace')])),
    /** A colleague who shares their figures; for owners and managers. */
    memberId: Type.Optional(Id),
  },
  closed,
);
export type FiguresQuery = Static<typeof FiguresQuery>;
