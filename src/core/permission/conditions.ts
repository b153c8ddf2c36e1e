import { type Day, latestOf } from '#core/day/day';
import { type Clock, purchaseDays, requestDays, talkDays } from './clock.ts';
import { type ContactFacts, isImpersonal, type Proof } from './contact-facts.ts';
import type { ContactPurpose, LawChannel, ProofKind } from './words.ts';

export type Question = { facts: ContactFacts; channel: LawChannel; purpose: ContactPurpose; clock: Clock };
/** What a condition found: from which day it counts for so many days, or until which; and by which proofs. */
export type Found = { until: Day | null; evidenceIds: readonly string[]; lasts?: { from: Day; days: number } };

const plain: Found = { until: null, evidenceIds: [] };
const when = (holds: boolean): Found | null => (holds ? plain : null);
const lasting = (from: Day | null, days: number): Found | null =>
  from && { until: null, evidenceIds: plain.evidenceIds, lasts: { from, days } };

const counts = (proof: Proof, channel: LawChannel, day: Day): boolean =>
  proof.channels.includes(channel) && proof.from <= day && (proof.until === null || day <= proof.until);

/** The proofs of a kind that count; together they last until the last of them ends. */
function proofs({ facts, channel, clock }: Question, kind: ProofKind, fits: (proof: Proof) => boolean): Found | null {
  if (facts.proofs.length === 0) return null;
  const found = facts.proofs.filter((proof) => proof.kind === kind && counts(proof, channel, clock.day) && fits(proof));
  if (found.length === 0) return null;
  const ends = found.map((proof) => proof.until);
  return {
    until: ends.includes(null) ? null : latestOf(...ends),
    evidenceIds: found.map((proof) => proof.id),
  };
}

export const isSince = (day: Day | null, since: Day): boolean => day !== null && day >= since;

/** The last day on which they asked, or for which they agreed. */
export const requestedOn = (facts: ContactFacts): Day | null =>
  latestOf(facts.requestedOn, facts.agreedOn, facts.askedOn);

/** The last day on which they said something. */
export const talkedOn = (facts: ContactFacts): Day | null => latestOf(facts.spokeOn, facts.askedOn);

const customer = ({ facts, clock }: Question): Found | null =>
  isSince(facts.customerOn, clock.since.purchase) ? lasting(facts.customerOn, purchaseDays) : null;

const minuteOf = ({ facts, clock }: Question) => (facts.country === 'UK' ? clock.london : clock.mainland);
const morning = 8 * 60;
const night = 21 * 60;

const consent = (question: Question): Found | null =>
  proofs(question, 'consent', (proof) => proof.purposes.includes('promo'));

const byName = {
  objected: ({ facts }) => when(facts.objectedOn !== null),
  restricted: ({ facts }) => when(facts.restrictedOn !== null),
  /** They contacted us after they had objected: answering that is no advertising. */
  asked_since: ({ facts }) =>
    when(facts.objectedOn !== null && facts.askedOn !== null && facts.askedOn >= facts.objectedOn),
  /** A consent to being contacted for promotion covers going on with a talk. */
  consent,
  double_consent: (question) =>
    proofs(question, 'consent', (proof) => proof.purposes.includes('bulk') && proof.confirmed),
  soft_opt_in: (question) => proofs(question, 'soft_opt_in', () => true),
  published: (question) =>
    question.facts.privateNumber && question.channel === 'call' ? null : proofs(question, 'published', () => true),
  impersonal: ({ facts }) => when(isImpersonal(facts.email)),
  customer,
  exempt_customer: (question) => (question.facts.senderKind === 'company' ? null : customer(question)),
  non_mailing: ({ facts }) => when(facts.nonMailing),
  request: ({ facts }) => lasting(requestedOn(facts), requestDays),
  request_old: ({ facts, clock }) => when(!isSince(requestedOn(facts), clock.since.request)),
  dialogue: ({ facts }) => lasting(talkedOn(facts), talkDays),
  /** They wrote or called last, and we answer. */
  asked: ({ facts }) => lasting(facts.askedOn, talkDays),
  silent: ({ facts, clock }) => when(!isSince(talkedOn(facts), clock.since.talk)),
  /** Nobody said where this person is known from, and no proof says so for this channel. */
  unverified: ({ facts, channel, clock }) =>
    when(facts.basis === 'unverified' && !facts.proofs.some((proof) => counts(proof, channel, clock.day))),
  private_number: (question) => when(question.facts.privateNumber && consent(question) === null),
  late_or_early: (question) => {
    const { minute } = minuteOf(question);
    return when(minute !== null && (minute < morning || minute >= night));
  },
  sunday: (question) => when(minuteOf(question).sunday),
} satisfies Record<string, (question: Question) => Found | null>;

export type ConditionName = keyof typeof byName;
export const conditions: Readonly<Record<ConditionName, (question: Question) => Found | null>> = byName;
