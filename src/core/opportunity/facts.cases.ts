import { type Day, toDay } from '#core/day/day';
import type { KnownContact } from '#core/permission/contact-facts';
import { defaultRhythm } from '#core/rhythm/rhythm';
import type { Planning } from './create-opportunity.ts';
import type { MomentFacts, OpportunityFacts } from './facts.ts';
import type { LogInput } from './log-moment.ts';
import { noTerms } from './terms.ts';

/** Facts with defaults, for tests: say only what the test is about. 2026-11-24 is a Tuesday. */
export const tuesday: Day = toDay('2026-11-24');

export function anOpportunity(given: Partial<OpportunityFacts> = {}): OpportunityFacts {
  const open: OpportunityFacts = {
    id: 'o1',
    personId: 'p1',
    organisationId: null,
    assigneeId: 'm1',
    endedAssigneeId: null,
    creditedId: 'm1',
    title: '',
    value: 100_000,
    source: null,
    keen: null,
    state: 'open',
    stop: null,
    openingHeld: 0,
    heldKnown: true,
    openingLastOn: null,
    held: 0,
    conversations: 0,
    warmth: 'silent',
    pace: 'active',
    paced: null,
    next: { on: tuesday, channel: 'call', at: null, step: 1, intent: 'ask', purpose: 'promo', act: null },
    last: null,
    waitingSince: null,
    pin: null,
    objected: false,
    revived: 0,
    lastWords: null,
    toComplete: false,
    createdOn: toDay('2026-01-05'),
    endedOn: null,
    stage: null,
    ...noTerms,
  };
  return { ...open, ...given };
}

/** A company of which nothing speaks against a call. */
export function aContact(given: Partial<KnownContact> = {}): KnownContact {
  return {
    subject: 'legal_person',
    country: 'NL',
    senderKind: 'company',
    basis: 'event',
    objectedOn: null,
    restrictedOn: null,
    customerOn: null,
    nonMailing: false,
    privateNumber: false,
    email: null,
    proofs: [],
    ...given,
  };
}

export function aPlanning(given: Partial<Planning> = {}): Planning {
  return {
    rhythm: defaultRhythm,
    calendar: { workingDays: [1, 2, 3, 4, 5], daysOff: [], holidays: new Set() },
    today: tuesday,
    reachable: ['call', 'email', 'message', 'linkedin'],
    contact: aContact(),
    ...given,
  };
}

export function aMoment(given: Partial<MomentFacts> = {}): MomentFacts {
  return {
    id: 'x1',
    memberId: 'm1',
    number: null,
    channel: 'call',
    outcome: 'spoke',
    warmthBefore: 'silent',
    minutes: 10,
    minutesTold: false,
    happenedOn: tuesday,
    fillsOpening: false,
    createdAt: new Date('2026-11-24T09:00:00Z'),
    ...given,
  };
}

export function aLog(given: Partial<LogInput> = {}): LogInput {
  return {
    id: 'x1',
    memberId: 'm1',
    channel: 'call',
    outcome: 'spoke',
    minutes: 10,
    minutesTold: false,
    happenedOn: tuesday,
    createdAt: new Date('2026-11-24T09:00:00Z'),
    beforeCreation: false,
    until: null,
    untilAt: null,
    next: null,
    expectedHeld: null,
    value: null,
    ...given,
  };
}
