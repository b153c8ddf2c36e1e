import type { Day } from '#core/day/day';
import { proposeNext } from '#core/rhythm/propose-next';
import { channelOn } from './contact-about.ts';
import { givesFirst } from '#core/relationship/give-first';
import { chosenNext, type NextChoice, type Planning, purposeOf } from './create-opportunity.ts';
import type { Inbound, MomentFacts, Next, OpportunityFacts } from './facts.ts';
import { recount, unansweredDays } from './recount.ts';
import { answeredQuote, soldOn } from './terms.ts';
import { type Channel, type Intent, isEnding, type Outcome } from './vocabulary.ts';

export type LogInput = {
  id: string;
  memberId: string;
  channel: Channel;
  outcome: Outcome;
  minutes: number;
  minutesTold: boolean;
  happenedOn: Day;
  createdAt: Date;
  beforeCreation: boolean;
  until: Day | null;
  untilAt: Date | null;
  next: NextChoice | null;
  /** Whether this moment gave or asked. */
  intent?: Intent | null;
  expectedHeld: number | null;
  value: number | null;
};

export type Logged = {
  kind: 'logged';
  opportunity: OpportunityFacts;
  moments: MomentFacts[];
  moment: MomentFacts;
  /** How many later moments got another number. */
  renumbered: number;
  /** They want no contact: an objection on the person (definition 2). */
  objection: boolean;
};
export type LogRefused = {
  kind: 'refused';
  code:
    | 'opportunity_not_open'
    | 'held_conflict'
    | 'future_moment'
    | 'before_creation'
    | 'until_missing'
    | 'next_in_past';
};

type Facts = {
  opportunity: OpportunityFacts;
  moments: readonly MomentFacts[];
  inbounds: readonly Inbound[];
  planning: Planning;
};

function refusalOf({ opportunity, planning }: Facts, input: LogInput): LogRefused['code'] | null {
  if (opportunity.state !== 'open') return 'opportunity_not_open';
  if (input.expectedHeld !== null && input.expectedHeld !== opportunity.held) return 'held_conflict';
  if (input.happenedOn > planning.today) return 'future_moment';
  const inOpening = opportunity.openingLastOn !== null && input.happenedOn <= opportunity.openingLastOn;
  if (input.happenedOn < opportunity.createdOn && !inOpening && !input.beforeCreation) return 'before_creation';
  if (input.outcome === 'not_now' && !input.until && !input.next) return 'until_missing';
  if (input.until && input.until < planning.today) return 'next_in_past';
  return null;
}

/** One contact moment: its number, what it makes of the opportunity, and the next moment in the same step (rows 1 and 2, definitions 1, 2, 15). */
export function logMoment(facts: Facts, input: LogInput): Logged | LogRefused {
  const code = refusalOf(facts, input);
  if (code) return { kind: 'refused', code };
  const { opportunity } = facts;
  const ending = isEnding(input.outcome);
  const fillsOpening = !ending && opportunity.openingLastOn !== null && input.happenedOn <= opportunity.openingLastOn;
  const added: MomentFacts = {
    id: input.id,
    memberId: input.memberId,
    number: null,
    channel: input.channel,
    outcome: input.outcome,
    warmthBefore: opportunity.warmth,
    minutes: input.minutes,
    minutesTold: input.minutesTold,
    happenedOn: input.happenedOn,
    fillsOpening,
    createdAt: input.createdAt,
  };
  const before = new Map(facts.moments.map((m) => [m.id, m.number]));
  const counted = recount(opportunity, [...facts.moments, added], facts.inbounds);
  const moment = counted.moments.find((m) => m.id === input.id) ?? added;
  const renumbered = counted.moments.filter((m) => m.id !== input.id && before.get(m.id) !== m.number).length;
  const isLatest = counted.moments.at(-1)?.id === input.id;
  // Any real contact answers them.
  const base = { ...counted.opportunity, waitingSince: null, pin: null };
  const after = ending ? ended(base, input) : planned(base, facts, counted.moments, input, isLatest);
  if (after.state === 'open' && after.next === null) return { kind: 'refused', code: 'next_in_past' };
  return {
    kind: 'logged',
    opportunity: after,
    moments: counted.moments,
    moment,
    renumbered,
    objection: input.outcome === 'do_not_contact',
  };
}

/** bought → won; declined and do_not_contact → stopped, refused (definition 2). */
function ended(opportunity: OpportunityFacts, input: LogInput): OpportunityFacts {
  const end = { ...opportunity, next: null, endedOn: input.happenedOn, endedAssigneeId: opportunity.assigneeId };
  if (input.outcome === 'bought') return soldOn({ ...end, state: 'won' }, input.happenedOn, input.value);
  const objection = input.outcome === 'do_not_contact';
  return {
    ...end,
    state: 'stopped',
    stop: { kind: 'refused', reason: objection ? 'objection' : 'declined', note: null },
    objected: opportunity.objected || objection,
    quote: answeredQuote(opportunity.quote, 'declined'),
  };
}

function planned(
  opportunity: OpportunityFacts,
  facts: Facts,
  moments: readonly MomentFacts[],
  input: LogInput,
  isLatest: boolean,
): OpportunityFacts {
  let next: Next | null;
  const intents = [input.intent ?? null, ...(facts.planning.lastIntents ?? [])];
  const planning = { ...facts.planning, giveFirst: isLatest && givesFirst(intents) };
  const purpose = purposeOf(planning, opportunity, moments, false);
  if (input.next) next = chosenNext(input.next, opportunity, moments, planning, purpose);
  // Filled in afterwards, in the past: the plan that stands was made knowing more.
  else if (!isLatest && opportunity.next) next = opportunity.next;
  else {
    const proposal = proposeNext(
      {
        ...planning,
        channelOn: channelOn(planning, opportunity, moments, purpose),
        held: opportunity.held,
        pace: opportunity.pace,
      },
      {
        outcome: input.outcome,
        happenedOn: input.happenedOn,
        until: input.until,
        unansweredOn: unansweredDays(moments.filter((m) => m.id !== input.id)),
      },
    );
    next = { ...proposal, at: input.untilAt, purpose, act: null };
  }
  return { ...opportunity, next };
}
