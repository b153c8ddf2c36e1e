import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addDays, toDay } from '#core/day/day';
import { contributions } from '#core/counter/contribution';
import { aggregate, counterDelta } from '#core/counter/counter-delta';
import { aLog, anOpportunity, aPlanning, tuesday } from './facts.cases.ts';
import type { MomentFacts, OpportunityFacts } from './facts.ts';
import { logMoment } from './log-moment.ts';
import { isConversation, isEnding, type Outcome, outcomes, warmths } from './vocabulary.ts';

const facts = (opportunity: OpportunityFacts, moments: readonly MomentFacts[] = []) => ({
  opportunity,
  moments,
  inbounds: [],
  planning: aPlanning(),
});

function logged(
  opportunity: OpportunityFacts,
  given: Parameters<typeof aLog>[0],
  moments: readonly MomentFacts[] = [],
) {
  const decision = logMoment(facts(opportunity, moments), aLog(given));
  if (decision.kind === 'refused') throw new Error(decision.code);
  return decision;
}

describe('logging a contact moment', () => {
  test('gives the number after those held, and plans the next in the same step', () => {
    const { opportunity, moment } = logged(anOpportunity({ openingHeld: 4, held: 4 }), { outcome: 'no_answer' });
    expect(moment.number).toBe(5);
    expect(opportunity).toMatchObject({ held: 5, conversations: 0, state: 'open', next: { step: 6 } });
  });

  test.each([
    ['bought', 'won', null],
    ['declined', 'stopped', 'refused'],
    ['do_not_contact', 'stopped', 'refused'],
  ] as const)('%s ends it: %s', (outcome, state, kind) => {
    const { opportunity } = logged(anOpportunity(), { outcome });
    expect(opportunity).toMatchObject({ state, next: null, held: 1, endedOn: tuesday, endedAssigneeId: 'm1' });
    expect(opportunity.stop?.kind ?? null).toBe(kind);
  });

  test('keeps the date that they named, also on a Sunday', () => {
    const sunday = toDay('2027-01-10');
    expect(logged(anOpportunity(), { outcome: 'not_now', until: sunday }).opportunity.next?.on).toBe(sunday);
  });

  test('fills the imported history instead of adding, on or before its last day', () => {
    const imported = anOpportunity({ openingHeld: 3, held: 3, openingLastOn: toDay('2026-10-01'), warmth: 'unknown' });
    const { opportunity, moment } = logged(imported, { happenedOn: toDay('2026-09-15'), outcome: 'spoke' });
    expect(moment.number).toBeNull();
    expect(opportunity).toMatchObject({ held: 3, openingHeld: 3, conversations: 1, warmth: 'spoke' });
  });

  test.each([
    ['opportunity_not_open', anOpportunity({ state: 'won', next: null }), {}],
    ['held_conflict', anOpportunity({ held: 2, openingHeld: 2 }), { expectedHeld: 1 }],
    ['future_moment', anOpportunity(), { happenedOn: addDays(tuesday, 1) }],
    ['before_creation', anOpportunity({ createdOn: tuesday }), { happenedOn: addDays(tuesday, -1) }],
    ['until_missing', anOpportunity(), { outcome: 'not_now' as const }],
    ['next_in_past', anOpportunity(), { next: { on: addDays(tuesday, -1) } }],
  ] as const)('refuses with %s', (code, opportunity, given) => {
    expect(logMoment(facts(opportunity), aLog(given))).toEqual({ kind: 'refused', code });
  });

  test('inserts an earlier one, renumbers the later and leaves the plan as it stands', () => {
    const first = logged(anOpportunity(), { id: 'a', happenedOn: addDays(tuesday, -1) });
    const second = logged(first.opportunity, { id: 'b', happenedOn: addDays(tuesday, -10) }, first.moments);
    expect(second.moments.map((m) => [m.id, m.number])).toEqual([
      ['b', 1],
      ['a', 2],
    ]);
    expect(second.renumbered).toBe(1);
    expect(second.opportunity.next).toEqual(first.opportunity.next);
  });
});

type Step = { outcome: Outcome; daysAgo: number };
const steps = fc.array(
  fc.record({
    outcome: fc.constantFrom(...outcomes.filter((o) => !isEnding(o))),
    daysAgo: fc.integer({ min: 0, max: 200 }),
  }),
  { maxLength: 15 },
);

function play(start: OpportunityFacts, list: readonly Step[]) {
  let opportunity = start;
  let moments: readonly MomentFacts[] = [];
  const states = [start];
  list.forEach((step, i) => {
    const decision = logged(
      opportunity,
      {
        id: `x${String(i).padStart(2, '0')}`,
        outcome: step.outcome,
        happenedOn: addDays(tuesday, -step.daysAgo),
        until: addDays(tuesday, 30),
        createdAt: new Date(1_764_000_000_000 + i),
      },
      moments,
    );
    opportunity = decision.opportunity;
    moments = decision.moments;
    states.push(opportunity);
  });
  return { opportunity, moments, states };
}

describe('whatever is logged, in whatever order', () => {
  const start = fc
    .record({ openingHeld: fc.integer({ min: 0, max: 14 }), heldKnown: fc.boolean() })
    .map(({ openingHeld, heldKnown }) =>
      anOpportunity({
        openingHeld,
        held: openingHeld,
        heldKnown,
        warmth: openingHeld > 0 || !heldKnown ? 'unknown' : 'silent',
      }),
    );

  test('numbers run on without a gap, held never falls, warmth never cools, and a next moment stands', () => {
    fc.assert(
      fc.property(start, steps, (opportunity, list) => {
        const { moments, states } = play(opportunity, list);
        expect(moments.map((m) => m.number)).toEqual(moments.map((_, i) => opportunity.openingHeld + i + 1));
        for (const [i, state] of states.entries()) {
          const before = states[i - 1];
          expect(state.next).not.toBeNull();
          if (!before) continue;
          expect(state.held).toBe(before.held + 1);
          expect(warmths.indexOf(state.warmth)).toBeGreaterThanOrEqual(warmths.indexOf(before.warmth));
          expect(state.next && state.next.on >= tuesday).toBe(true);
        }
        expect(states.at(-1)?.conversations).toBe(list.filter((s) => isConversation(s.outcome)).length);
      }),
    );
  });

  test('the order of logging makes no difference to numbers and counts', () => {
    fc.assert(
      fc.property(steps, fc.infiniteStream(fc.nat()), (list, stream) => {
        // Different days, so that the order of a day is not in play.
        const spread = list.map((step, i) => ({ ...step, daysAgo: i * 3 }));
        const shuffled = spread
          .map((step) => ({ step, at: stream.next().value as number }))
          .toSorted((a, b) => a.at - b.at)
          .map(({ step }) => step);
        const one = play(anOpportunity(), spread).opportunity;
        const other = play(anOpportunity(), shuffled).opportunity;
        expect({ held: other.held, conversations: other.conversations, warmth: other.warmth }).toEqual({
          held: one.held,
          conversations: one.conversations,
          warmth: one.warmth,
        });
      }),
    );
  });

  test('a counter delta leads from before to after, and back to nothing', () => {
    fc.assert(
      fc.property(start, steps, fc.constantFrom(...outcomes), (opportunity, list, last) => {
        const { opportunity: before, moments } = play(opportunity, list);
        const decision = logged(before, { id: 'z', outcome: last, until: addDays(tuesday, 9) }, moments);
        const from = contributions(before, moments);
        const to = contributions(decision.opportunity, decision.moments);
        expect(aggregate([...from, ...counterDelta(from, to)])).toEqual(aggregate(to));
        expect(aggregate([...counterDelta(from, to), ...counterDelta(to, from)])).toEqual([]);
      }),
    );
  });
});
