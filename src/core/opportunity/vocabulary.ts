/** The words of product.md, section 3, as closed lists. Contract, database and screens all derive from these. */

export const channels = ['call', 'message', 'email', 'linkedin', 'meeting', 'video', 'visit', 'post'] as const;
export type Channel = (typeof channels)[number];

/** `wait`: their move, or ask at the next own contact (product.md, definition 18). Never logged, only planned. */
export const nextChannels = [...channels, 'wait'] as const;
export type NextChannel = (typeof nextChannels)[number];

export const outcomes = [
  'no_answer',
  'message_left',
  'spoke',
  'interested',
  'appointment',
  'not_now',
  'declined',
  'do_not_contact',
  'bought',
] as const;
export type Outcome = (typeof outcomes)[number];

export const states = ['open', 'won', 'stopped'] as const;
export type State = (typeof states)[number];

/** Only `refused` is a refusal to the engine; every other stop is censored (definition 2). */
export const stopKinds = ['refused', 'own_stop'] as const;
export type StopKind = (typeof stopKinds)[number];

/** What a person may choose at the stop gate. */
export const stopReasons = ['no_response', 'no_need', 'no_budget', 'timing', 'competitor', 'no_fit', 'other'] as const;
export type StopReason = (typeof stopReasons)[number];
/** Reasons the system gives: an outcome `declined`, an objection, an imported end, a person who was erased. */
export const allStopReasons = [...stopReasons, 'declined', 'objection', 'imported', 'erased'] as const;
export type AnyStopReason = (typeof allStopReasons)[number];

/** Outcomes that end an opportunity (definition 2). */
export function isEnding(outcome: Outcome): boolean {
  return outcome === 'bought' || outcome === 'declined' || outcome === 'do_not_contact';
}

/** Weakest first: warmth only goes upward (definition 8). `unknown` uses the pooled figures. */
export const warmths = ['unknown', 'silent', 'spoke', 'interested'] as const;
export type Warmth = (typeof warmths)[number];

export const paces = ['active', 'slow'] as const;
export type Pace = (typeof paces)[number];

export const intents = ['give', 'ask'] as const;
export type Intent = (typeof intents)[number];

/** Why we may contact (definition 20). */
export const purposes = ['requested', 'dialogue', 'promo'] as const;
export type Purpose = (typeof purposes)[number];

/** Where a quote stands; every one has been sent. */
export const quoteStates = ['out', 'accepted', 'declined', 'withdrawn'] as const;
export type QuoteState = (typeof quoteStates)[number];

/** "Waar ken je ze van?" (definition 20). `unverified`: from before the question was asked. */
export const bases = [
  'customer',
  'conversation',
  'request',
  'referral',
  'event',
  'public_source',
  'bought_list',
  'unverified',
] as const;
export type Basis = (typeof bases)[number];

/** `unknown` counts as a natural person (contact-law.md). */
export const legalForms = ['legal_person', 'sole_trader', 'consumer', 'unknown'] as const;
export type LegalForm = (typeof legalForms)[number];

export const roles = ['owner', 'manager', 'seller', 'viewer'] as const;
export type Role = (typeof roles)[number];

const conversationOutcomes: ReadonlySet<Outcome> = new Set<Outcome>([
  'spoke',
  'interested',
  'appointment',
  'not_now',
  'declined',
  'bought',
  'do_not_contact',
]);

/** A conversation is a contact moment in which both spoke (definition 1). */
export function isConversation(outcome: Outcome): boolean {
  return conversationOutcomes.has(outcome);
}
