import type { Day } from '#core/day/day';
import type {
  AnyStopReason,
  Channel,
  Intent,
  NextChannel,
  Outcome,
  Pace,
  Purpose,
  QuoteState,
  State,
  StopKind,
  Warmth,
} from './vocabulary.ts';

/** The one planned moment of an open opportunity. */
export type Next = {
  on: Day;
  channel: NextChannel;
  at: Date | null;
  step: number | null;
  intent: Intent;
  purpose: Purpose;
  act: string | null;
};

/** So much a month for a term: value is the two multiplied. */
export type Recurring = {
  amount: number;
  months: number;
  /** Null: on the day of the sale. */
  startsOn: Day | null;
  /** Goes on by itself after the term, unless notice is given `noticeMonths` before its end. */
  renews: boolean;
  noticeMonths: number;
};
export type Quote = { amount: number; sentOn: Day; validUntil: Day | null; state: QuoteState; link: string | null };
export type Payment = { expectedOn: Day | null; paidOn: Day | null };

/** An opportunity as the rules see it. Money in minor units; days are the member's. */
export type OpportunityFacts = {
  id: string;
  personId: string | null;
  organisationId: string | null;
  assigneeId: string;
  endedAssigneeId: string | null;
  /** Whom the imported history is credited to. */
  creditedId: string;
  title: string;
  value: number | null;
  source: string | null;
  keen: string | null;
  state: State;
  stop: { kind: StopKind; reason: AnyStopReason; note: string | null } | null;
  openingHeld: number;
  heldKnown: boolean;
  openingLastOn: Day | null;
  held: number;
  conversations: number;
  warmth: Warmth;
  pace: Pace;
  /** Who set the pace: a member by hand, or the hours as there was room or not. Null: as it was made. */
  paced: { by: 'hand' | 'room'; on: Day } | null;
  next: Next | null;
  last: { on: Day; channel: Channel; outcome: Outcome } | null;
  waitingSince: Date | null;
  pin: { choice: 'yes' | 'no'; on: Day; reason: string | null } | null;
  objected: boolean;
  revived: number;
  lastWords: string | null;
  toComplete: boolean;
  /** Of the user's own stages; null: where one begins (core/stage). No rule asks it. */
  stage: string | null;
  createdOn: Day;
  endedOn: Day | null;
  recurring: Recurring | null;
  quote: Quote | null;
  /** When the money of a sale is expected, and when it came. */
  payment: Payment;
};

/** They contacted us: an event without number, which warms (definition 4). `at`: its order among moments of that day. */
export type Inbound = { on: Day; at: Date };

/** A contact moment as the rules see it. */
export type MomentFacts = {
  id: string;
  memberId: string;
  /** Null when it fills the imported history (definition 15). */
  number: number | null;
  channel: Channel;
  outcome: Outcome;
  warmthBefore: Warmth;
  minutes: number;
  /** Said by the member; otherwise they were filled in, and nothing is learned from them. */
  minutesTold: boolean;
  happenedOn: Day;
  fillsOpening: boolean;
  /** Order among moments of one day. */
  createdAt: Date;
};
