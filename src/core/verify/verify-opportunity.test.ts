import { describe, expect, test } from 'vitest';
import { toDay } from '#core/day/day';
import { aMoment, anOpportunity, tuesday } from '#core/opportunity/facts.cases';
import { recount } from '#core/opportunity/recount';
import { type StoredOpportunity, verifyOpportunity } from './verify-opportunity.ts';

const monday = toDay('2026-11-23');
const said = [
  aMoment({ id: 'x1', outcome: 'message_left', happenedOn: monday, createdAt: new Date('2026-11-23T09:00:00Z') }),
  aMoment({ id: 'x2', outcome: 'spoke' }),
];
const history = recount(anOpportunity({ openingHeld: 2, held: 2 }), said, []);

/** Two contacts from before, then a message and a talk; all of it as it should be, but for what is given. */
function aStored(given: Partial<StoredOpportunity> = {}): StoredOpportunity {
  return {
    facts: history.opportunity,
    bucket: 4,
    rankValue: 100_000,
    nextColumns: { needed: 4, filled: 5 },
    moments: history.moments,
    voidWithNumber: [],
    inbounds: [],
    events: [{ kind: 'created', reason: null, stopKind: null }],
    personObjected: false,
    ...given,
  };
}

const found = (given: Partial<StoredOpportunity>) => verifyOpportunity(aStored(given), 50_000).differences;
const what = (given: Partial<StoredOpportunity>) => found(given).map((difference) => difference.what);

test('an opportunity that is what its history says has no difference', () => {
  expect(found({})).toEqual([]);
});

test('a difference says what, of which record, as stored and as history gives it', () => {
  expect(found({ facts: { ...history.opportunity, held: 5 } })).toEqual([
    { what: 'opportunity.held', record: 'o1', stored: 5, recomputed: 4 },
  ]);
});

describe('every derived value is computed again', () => {
  const facts = history.opportunity;
  test.each<[string, Partial<StoredOpportunity>]>([
    ['opportunity.conversations', { facts: { ...facts, conversations: 0 } }],
    ['opportunity.bucket', { bucket: 12 }],
    ['opportunity.warmth', { facts: { ...facts, warmth: 'interested' } }],
    ['opportunity.last_on', { facts: { ...facts, last: { on: monday, channel: 'call', outcome: 'spoke' } } }],
    ['opportunity.last_outcome', { facts: { ...facts, last: { on: tuesday, channel: 'call', outcome: 'no_answer' } } }],
    ['opportunity.rank_value', { rankValue: 99_999 }],
    ['opportunity.revived', { facts: { ...facts, revived: 1 } }],
    ['opportunity.objected', { personObjected: true }],
    ['opportunity.state', { events: [{ kind: 'won', reason: null, stopKind: null }] }],
    ['opportunity.next', { nextColumns: { needed: 3, filled: 3 } }],
    ['moment.number', { voidWithNumber: ['x9'] }],
    ['moment.number', { moments: history.moments.map((m) => (m.id === 'x2' ? { ...m, number: 5 } : m)) }],
    ['moment.warmth_before', { moments: history.moments.map((m) => ({ ...m, warmthBefore: 'spoke' as const })) }],
  ])('%s', (name, given) => {
    expect(what(given)).toContain(name);
  });
});

test('more moments filled in than were imported: there were more', () => {
  const fills = said.map((moment) => ({ ...moment, number: null, fillsOpening: true }));
  const facts = { ...recount(anOpportunity(), fills, []).opportunity, openingHeld: 1 };
  expect(what({ facts, moments: fills, bucket: 2 })).toContain('opportunity.opening_held');
});

test('what ended has no next moment, and is what its last event says', () => {
  const stopped = anOpportunity({
    state: 'stopped',
    stop: { kind: 'own_stop', reason: 'timing', note: null },
    next: null,
  });
  const events = [
    { kind: 'imported', reason: 'won', stopKind: null },
    { kind: 'revived', reason: null, stopKind: null },
    { kind: 'stopped', reason: 'timing', stopKind: 'own_stop' },
  ] as const;
  const base = { facts: { ...stopped, revived: 1 }, moments: [], bucket: 0, events };
  expect(found({ ...base, nextColumns: { needed: 0, filled: 0 } })).toEqual([]);
  expect(what({ ...base, nextColumns: { needed: 0, filled: 1 } })).toEqual(['opportunity.next']);
});

test('without a person an objection is what was said in the opportunity itself', () => {
  const refused = [aMoment({ outcome: 'do_not_contact' })];
  const { opportunity, moments } = recount(anOpportunity({ personId: null, objected: true }), refused, []);
  const given = { facts: opportunity, moments, bucket: 1, personObjected: null };
  expect(what(given)).toEqual([]);
  expect(what({ ...given, facts: { ...opportunity, objected: false } })).toEqual(['opportunity.objected']);
});

test('a rank that differs in the last bits of a double is the same', () => {
  expect(what({ rankValue: 100_000.000_01 })).toEqual([]);
});
