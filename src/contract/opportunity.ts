import { Type, type Static } from 'typebox';
import { Address, addressFields } from './address.ts';
import { CustomValues } from './custom-field.ts';
import { listFilters } from './list.ts';
import {
  AnyStopReason,
  Basis,
  Channel,
  closed,
  Day,
  Id,
  Instant,
  Intent,
  LegalForm,
  Line,
  Minutes,
  Money,
  Name,
  NextChannel,
  Note,
  Nullable,
  Outcome,
  Pace,
  Purpose,
  QuoteState,
  Ref,
  State,
  StopKind,
  StopReason,
  Version,
  Warmth,
  oneOf,
} from './scalars.ts';
import { ChannelPermission, ConsentInTalk, NotedPermission } from './permission.ts';

export const NextMoment = Type.Object({
  on: Day,
  at: Nullable(Instant),
  channel: NextChannel,
  /** The number that the moment will have: held + 1. */
  number: Type.Integer(),
  /** The step of the rhythm, 1..12; null when the user or `not_now` chose the date, or beyond the rhythm. */
  step: Nullable(Type.Integer()),
  intent: Intent,
  purpose: Purpose,
  /** What I will do, in the user's own words ("mail the references"). */
  act: Nullable(Line),
});
export type NextMoment = Static<typeof NextMoment>;

/** So much a month for a term; `value` is the two multiplied. */
export const Recurring = Type.Object({
  amount: Type.Integer(),
  months: Type.Integer(),
  startsOn: Nullable(Day),
  renews: Type.Boolean(),
  noticeMonths: Type.Integer(),
});
export const Quote = Type.Object({
  amount: Type.Integer(),
  sentOn: Day,
  validUntil: Nullable(Day),
  state: QuoteState,
  link: Nullable(Type.String()),
});
export const Payment = Type.Object({ expectedOn: Nullable(Day), paidOn: Nullable(Day) });

const SetRecurring = Type.Object(
  {
    /** A month, in minor units. */
    amount: Type.Integer({ minimum: 1, maximum: 8_000_000_000 }),
    months: Type.Integer({ minimum: 1, maximum: 120 }),
    /** Default: the day of the sale. */
    startsOn: Type.Optional(Nullable(Day)),
    /** Goes on by itself after the term, unless notice is given so many months before its end. */
    renews: Type.Optional(Type.Boolean()),
    noticeMonths: Type.Optional(Type.Integer({ minimum: 0, maximum: 24 })),
  },
  closed,
);
const SetQuote = Type.Object(
  {
    amount: Type.Integer({ minimum: 1, maximum: 1_000_000_000_000 }),
    sentOn: Day,
    validUntil: Type.Optional(Nullable(Day)),
    /** Default: out. */
    state: Type.Optional(QuoteState),
    /** https only. */
    link: Type.Optional(Nullable(Type.String({ pattern: '^https://[^\\s/]\\S*$', maxLength: 2000 }))),
  },
  closed,
);
const SetPayment = Type.Object(
  { expectedOn: Type.Optional(Nullable(Day)), paidOn: Type.Optional(Nullable(Day)) },
  closed,
);

export const PersonRef = Type.Object({
  id: Id,
  name: Type.String(),
  phone: Nullable(Type.String()),
  email: Nullable(Type.String()),
  linkedin: Nullable(Type.String()),
  address: Nullable(Address),
  goodToKnow: Nullable(Type.String()),
  objected: Type.Boolean(),
  /** The channels with an address, each with whether it may be used now. What is blocked is not offered. */
  channels: Type.Array(ChannelPermission),
  /** Kept but not used: the next moment waits for the end of that (its day says nothing). */
  restricted: Type.Boolean(),
});

/** The last contact moment, short. */
export const LastMoment = Type.Object({ on: Day, channel: Channel, outcome: Outcome, note: Nullable(Type.String()) });

export const Opportunity = Type.Object({
  id: Id,
  version: Version,
  title: Type.String(),
  state: State,
  stop: Nullable(Type.Object({ kind: StopKind, reason: AnyStopReason, note: Nullable(Type.String()) })),
  person: Nullable(PersonRef),
  organisation: Nullable(Ref),
  assignee: Ref,
  /** Minor units; null = no value known (ranked with the workspace's average). */
  value: Nullable(Money),
  currency: Type.String(),
  held: Type.Integer(),
  openingHeld: Type.Integer(),
  /** False: imported without a number of contacts; its number is in no curve (definition 6). */
  heldKnown: Type.Boolean(),
  conversations: Type.Integer(),
  warmth: Warmth,
  pace: Pace,
  keen: Nullable(Type.String()),
  source: Nullable(Type.String()),
  nextMoment: Nullable(NextMoment),
  last: Nullable(LastMoment),
  /** The user's own last words about this opportunity: the newest note, its first thousand signs. */
  lastWords: Nullable(Type.String()),
  waitingSince: Nullable(Instant),
  pin: Nullable(
    Type.Object({
      choice: Type.Union([Type.Literal('yes'), Type.Literal('no')]),
      reason: Nullable(Type.String()),
      on: Day,
    }),
  ),
  /** Neither person nor organisation was given: complete me (definition 19). */
  toComplete: Type.Boolean(),
  /** Of the workspace's stages; null: the one in which a new opportunity begins. */
  stage: Nullable(Type.String()),
  custom: CustomValues,
  createdOn: Day,
  endedOn: Nullable(Day),
  recurring: Nullable(Recurring),
  /** A quote warms to `interested` (definition 8). */
  quote: Nullable(Quote),
  /** Of a sale: when the money is expected, and when it came. */
  payment: Payment,
});
export type Opportunity = Static<typeof Opportunity>;

export const NextChoice = Type.Object(
  {
    on: Day,
    channel: Type.Optional(NextChannel),
    at: Type.Optional(Nullable(Instant)),
    act: Type.Optional(Nullable(Line)),
  },
  closed,
);

export const NewPerson = Type.Object(
  {
    name: Name,
    email: Type.Optional(Nullable(Type.String({ maxLength: 254 }))),
    phone: Type.Optional(Nullable(Type.String({ maxLength: 60 }))),
    linkedin: Type.Optional(Nullable(Line)),
    ...addressFields,
    legalForm: Type.Optional(LegalForm),
    /** Where you know them from. Left away: `unverified`, or `conversation` when the first moment is one. */
    basis: Type.Optional(Basis),
    goodToKnow: Type.Optional(Nullable(Note)),
    howMet: Type.Optional(Nullable(Line)),
  },
  closed,
);
export type NewPerson = Static<typeof NewPerson>;

export const LogMoment = Type.Object(
  {
    channel: Channel,
    outcome: Outcome,
    minutes: Type.Optional(Minutes),
    note: Type.Optional(Note),
    /** Default: the member's today. In the future: refused. Before the last moment: inserted and renumbered. */
    happenedOn: Type.Optional(Day),
    /**
     * When it was, by the clock of the device that noted it; the header `aanhouder-clock` says that clock at sending. Without
     * `happenedOn` it decides the day, counted back from our own clock and never in the future.
     */
    occurredAt: Type.Optional(Instant),
    /** Confirms a day before the opportunity's creation. */
    beforeCreation: Type.Optional(Type.Boolean()),
    intent: Type.Optional(Intent),
    /** `not_now`: the date they named; `appointment`: the day of the appointment. */
    until: Type.Optional(Day),
    /** `appointment` with a clock time. */
    untilAt: Type.Optional(Instant),
    /** Overrides the rhythm's proposal. */
    next: Type.Optional(NextChoice),
    /** The `held` that the screen showed; another number answers 409 `held_conflict` (two tabs). */
    expectedHeld: Type.Optional(Type.Integer({ minimum: 0 })),
    /** `bought`: the amount, in minor units. */
    value: Type.Optional(Money),
    /** Made by the client, so that a retry counts once. */
    clientId: Type.Optional(Id),
    /** "May I keep calling you?" and they said yes: recorded with this conversation. */
    consent: Type.Optional(ConsentInTalk),
  },
  closed,
);
export type LogMoment = Static<typeof LogMoment>;

export const CreateOpportunity = Type.Object(
  {
    title: Type.Optional(Line),
    person: Type.Optional(NewPerson),
    personId: Type.Optional(Id),
    organisationId: Type.Optional(Id),
    /** Find or make an organisation of this name. */
    organisation: Type.Optional(Name),
    value: Type.Optional(Nullable(Money)),
    currency: Type.Optional(Type.String({ pattern: '^[A-Z]{3}$' })),
    keen: Type.Optional(Nullable(Note)),
    source: Type.Optional(Nullable(Line)),
    recurring: Type.Optional(SetRecurring),
    quote: Type.Optional(SetQuote),
    assigneeId: Type.Optional(Id),
    createdOn: Type.Optional(Day),
    /** When again; without it the rhythm proposes. */
    next: Type.Optional(NextChoice),
    /** "Just spoke to someone": the first contact moment, in the same transaction. */
    firstMoment: Type.Optional(LogMoment),
  },
  closed,
);
export type CreateOpportunity = Static<typeof CreateOpportunity>;
export const OpportunityCreated = Type.Object({ ...Opportunity.properties, changeId: Id });

export const UpdateOpportunity = Type.Object(
  {
    version: Version,
    title: Type.Optional(Line),
    value: Type.Optional(Nullable(Money)),
    keen: Type.Optional(Nullable(Note)),
    source: Type.Optional(Nullable(Line)),
    personId: Type.Optional(Id),
    organisationId: Type.Optional(Nullable(Id)),
    pace: Type.Optional(Pace),
    recurring: Type.Optional(Nullable(SetRecurring)),
    quote: Type.Optional(Nullable(SetQuote)),
    /** Of a sale only. */
    payment: Type.Optional(SetPayment),
    /** How many contacts there were before Aanhouder: makes an unknown number known. */
    openingHeld: Type.Optional(Type.Integer({ minimum: 0, maximum: 1000 })),
  },
  closed,
);
export type UpdateOpportunity = Static<typeof UpdateOpportunity>;

export const Moment = Type.Object({
  id: Id,
  /** Null for care: a moment of relationship is no number in the twelve (definition 3). */
  number: Nullable(Type.Integer()),
  opportunityId: Nullable(Id),
  personId: Nullable(Id),
  member: Ref,
  channel: Channel,
  outcome: Outcome,
  conversation: Type.Boolean(),
  minutes: Minutes,
  note: Nullable(Type.String()),
  intent: Nullable(Intent),
  happenedOn: Day,
  until: Nullable(Day),
  /** What was known of permission when it was logged; null: from before, or imported. */
  permission: Nullable(NotedPermission),
  version: Version,
  createdAt: Instant,
});
export type Moment = Static<typeof Moment>;

export const MomentLogged = Type.Object({
  moment: Moment,
  opportunity: Opportunity,
  changeId: Id,
  renumbered: Type.Integer(),
});
export type MomentLogged = Static<typeof MomentLogged>;

export const CorrectMoment = Type.Object(
  {
    version: Version,
    channel: Type.Optional(Channel),
    outcome: Type.Optional(Outcome),
    minutes: Type.Optional(Minutes),
    note: Type.Optional(Nullable(Note)),
    happenedOn: Type.Optional(Day),
    intent: Type.Optional(Nullable(Intent)),
  },
  closed,
);
export type CorrectMoment = Static<typeof CorrectMoment>;

export const StopOpportunity = Type.Object(
  { reason: StopReason, saidNo: Type.Boolean(), note: Type.Optional(Note), version: Type.Optional(Version) },
  closed,
);
export type StopOpportunity = Static<typeof StopOpportunity>;

export const ReviveOpportunity = Type.Object(
  { next: Type.Optional(NextChoice), version: Type.Optional(Version) },
  closed,
);
export type ReviveOpportunity = Static<typeof ReviveOpportunity>;

export const PlanNext = Type.Object(
  {
    on: Day,
    channel: Type.Optional(NextChannel),
    at: Type.Optional(Nullable(Instant)),
    act: Type.Optional(Nullable(Line)),
    intent: Type.Optional(Intent),
    reason: Type.Optional(Line),
    version: Type.Optional(Version),
  },
  closed,
);
export type PlanNext = Static<typeof PlanNext>;

export const HandOver = Type.Object(
  { assigneeId: Id, note: Type.Optional(Note), version: Type.Optional(Version) },
  closed,
);
export type HandOver = Static<typeof HandOver>;

export const PinToday = Type.Object(
  { choice: Type.Union([Type.Literal('yes'), Type.Literal('no')]), reason: Type.Optional(Line) },
  closed,
);
export type PinToday = Static<typeof PinToday>;

/** "X just called", or a message from them: an event without number (definition 4). */
export const Inbound = Type.Object({ channel: Channel, note: Type.Optional(Note) }, closed);
export type Inbound = Static<typeof Inbound>;

export const OpportunityChanged = Type.Object({ opportunity: Opportunity, changeId: Id });
export type OpportunityChanged = Static<typeof OpportunityChanged>;

export const Advice = Type.Union([Type.Literal('go_on'), Type.Literal('stop'), Type.Literal('experiment')], {
  description:
    'one more moment here, or a new prospect; "experiment": once more, though the figures say stop, so that they go on learning. Until 20 ended always go_on',
});
export type Advice = Static<typeof Advice>;

/** Facts for the stop gate and for "why is this here": the sum opened. Money in minor units. */
export const Worth = Type.Object({
  value: Money,
  valueKnown: Type.Boolean(),
  /** Chance that they still buy if followed to the end, with its 90% range. */
  buyLater: Type.Number(),
  low: Type.Number(),
  high: Type.Number(),
  /** value × buyLater, with range. */
  stillToGain: Type.Integer(),
  stillToGainLow: Type.Integer(),
  stillToGainHigh: Type.Integer(),
  /** The same less what those minutes would bring with new prospects; below 0 when that is more. */
  net: Type.Integer(),
  netLow: Type.Integer(),
  netHigh: Type.Integer(),
  /** Expected minor units per minute, here and for a new prospect. */
  perMinute: Type.Number(),
  newPerMinute: Type.Number(),
  /** Up to which moment the plan looks ahead. */
  until: Type.Integer(),
  /** The chance that they buy up to there, and the minutes that it takes on average. */
  untilChance: Type.Number(),
  untilMinutes: Type.Number(),
  /** Minutes still expected when followed to the end. */
  expectedMinutes: Type.Number(),
  /** The moments still to come: how likely they come so far, the chance that they buy at it if they do, minutes. */
  moments: Type.Array(
    Type.Object({ number: Type.Integer(), reached: Type.Number(), chance: Type.Number(), minutes: Type.Integer() }),
  ),
  /** The alternative: a new prospect of average value, up to the moment that pays best. */
  fresh: Type.Object({
    value: Money,
    /** Minutes to find one. */
    finding: Type.Integer(),
    /** Minutes of contact after that, on average. */
    minutes: Type.Number(),
    chance: Type.Number(),
    until: Type.Integer(),
    /** Weight of one's own outcomes at the first contact, 0..1. */
    ownWeight: Type.Number(),
  }),
  /** Going on here pays for as long as finding a new prospect takes more minutes than this; null: it never does. */
  breakEvenMinutes: Nullable(Type.Number()),
  advice: Advice,
  /** Weight of one's own outcomes against the article's figures at the next number, 0..1. */
  ownWeight: Type.Number(),
  ended: Type.Integer(),
  enough: Type.Boolean({ description: 'false under 20 ended opportunities: nobody is advised to stop' }),
  minutesSpent: Type.Integer(),
});
export type Worth = Static<typeof Worth>;

export const TimelineEntry = Type.Union([
  Type.Object({
    kind: Type.Literal('moment'),
    on: Day,
    at: Instant,
    moment: Moment,
    opportunityTitle: Nullable(Type.String()),
  }),
  Type.Object({
    kind: oneOf([
      'created',
      'imported',
      'opening',
      'stopped',
      'won',
      'revived',
      'handed_over',
      'planned',
      'inbound',
      'merged',
      'pinned',
      'undone',
      'corrected',
    ]),
    on: Day,
    at: Instant,
    opportunityId: Nullable(Id),
    opportunityTitle: Nullable(Type.String()),
    member: Nullable(Ref),
    /** held at that time. */
    number: Nullable(Type.Integer()),
    channel: Nullable(Type.String()),
    reason: Nullable(Type.String()),
    note: Nullable(Type.String()),
    nextOn: Nullable(Day),
  }),
]);
export type TimelineEntry = Static<typeof TimelineEntry>;

export const OpportunityListQuery = Type.Object(
  {
    ...listFilters,
    sort: Type.Optional(
      Type.Union([Type.Literal('next'), Type.Literal('name'), Type.Literal('newest'), Type.Literal('value')]),
    ),
    /** The other way round than the sort's own direction (the earliest, A, the newest and the highest first). */
    turned: Type.Optional(Type.Boolean()),
    cursor: Type.Optional(Type.String({ maxLength: 800 })),
    limit: Type.Optional(Type.Integer({ minimum: 1, maximum: 200 })),
  },
  closed,
);
export type OpportunityListQuery = Static<typeof OpportunityListQuery>;
export const OpportunityList = Type.Object({ items: Type.Array(Opportunity), nextCursor: Nullable(Type.String()) });
export type OpportunityList = Static<typeof OpportunityList>;
