import fc from 'fast-check';
import { expect, test } from 'vitest';
import { addDays } from '../day/day.ts';
import { aPlanning, anOpportunity, tuesday } from '../opportunity/facts.cases.ts';
import { calendarFor, isNeverDay } from '../rhythm/never-days.ts';
import { type BulkAct, bulkRefusal, decideBulk } from './bulk-act.ts';

const acts: fc.Arbitrary<BulkAct> = fc.oneof(
  fc.record({
    kind: fc.constant('plan' as const),
    on: fc.integer({ min: -5, max: 60 }).map((days) => addDays(tuesday, days)),
    channel: fc.constantFrom(null, 'email' as const),
  }),
  fc.record({ kind: fc.constant('shift' as const), days: fc.integer({ min: 1, max: 365 }) }),
  fc.record({ kind: fc.constant('assign' as const), assigneeId: fc.constantFrom('m1', 'm2') }),
  fc.record({ kind: fc.constant('stage' as const), stage: fc.constantFrom(null, 'quote') }),
  fc.record({ kind: fc.constant('pace' as const), pace: fc.constantFrom('active' as const, 'slow' as const) }),
  fc.record({
    kind: fc.constant('stop' as const),
    saidNo: fc.boolean(),
    reason: fc.constant('no_need' as const),
    note: fc.constant(null),
  }),
);
const next = anOpportunity().next;
const some = fc.constantFrom(
  anOpportunity(),
  anOpportunity({ stage: 'quote', pace: 'slow' }),
  anOpportunity({ next: next && { ...next, at: new Date('2026-11-24T10:00:00Z') } }),
  anOpportunity({ next: next && { ...next, on: addDays(tuesday, -30) } }),
  anOpportunity({ state: 'stopped', stop: { kind: 'own_stop', reason: 'timing', note: null }, next: null }),
  anOpportunity({ state: 'won', next: null }),
);

test('no act on many makes an open one without a next moment, or an ended one with', () => {
  fc.assert(
    fc.property(acts, some, (act, opportunity) => {
      const decision = decideBulk(act, opportunity, [], aPlanning(), false);
      if (decision.kind === 'refused') return;
      expect(decision.opportunity.next !== null).toBe(decision.opportunity.state === 'open');
      expect(decision.opportunity.held).toBe(opportunity.held);
    }),
  );
});

test('what the preview refuses, the act refuses; and nobody is planned in the past', () => {
  fc.assert(
    fc.property(acts, some, (act, opportunity) => {
      const preview = bulkRefusal(act, { ...opportunity, agreed: opportunity.next?.at != null, restricted: false });
      const decision = decideBulk(act, opportunity, [], aPlanning(), false);
      if (preview) expect(decision).toEqual({ kind: 'refused', code: preview });
      else if (decision.kind === 'refused') expect(['next_in_past', 'channel_not_allowed']).toContain(decision.code);
      else if (act.kind === 'plan' || act.kind === 'shift')
        expect((decision.opportunity.next?.on ?? '') >= tuesday).toBe(true);
    }),
  );
});

test('later counts from the planned day, from today when that has passed, and lands on a working day', () => {
  const shift = (on: string, days: number) => {
    const moved = anOpportunity({ next: next && { ...next, on: addDays(tuesday, Number(on)) } });
    const decision = decideBulk({ kind: 'shift', days }, moved, [], aPlanning(), false);
    return decision.kind === 'changed' ? decision.opportunity.next?.on : null;
  };
  expect(shift('7', 7)).toBe('2026-12-08');
  expect(shift('-30', 7)).toBe('2026-12-01');
  // Saturday 28 November becomes Monday.
  expect(shift('0', 4)).toBe('2026-11-30');
});

test('with who is restricted nothing is done but a stop or a hand-over', () => {
  fc.assert(
    fc.property(acts, (act) => {
      const decision = decideBulk(act, anOpportunity({ pace: 'slow', stage: 'x' }), [], aPlanning(), true);
      if (act.kind === 'stop' || act.kind === 'assign') return;
      expect(decision).toEqual({ kind: 'refused', code: 'person_restricted' });
    }),
  );
});

test('a day that is chosen for many is not one that never suits somebody', () => {
  fc.assert(
    fc.property(
      fc.subarray([1, 2, 3, 4, 5, 6, 7], { maxLength: 6 }),
      fc.integer({ min: 0, max: 60 }),
      fc.constantFrom('plan' as const, 'shift' as const),
      (neverDays, days, kind) => {
        const act = kind === 'plan' ? { kind, on: addDays(tuesday, days), channel: null } : { kind, days };
        const calendar = calendarFor(aPlanning().calendar, neverDays);
        const decision = decideBulk(act, anOpportunity(), [], { ...aPlanning(), calendar, neverDays }, false);
        if (decision.kind !== 'changed' || !decision.opportunity.next) throw new Error('It was refused.');
        const { on } = decision.opportunity.next;
        expect(isNeverDay(neverDays, on)).toBe(false);
        if (kind === 'plan' && !isNeverDay(neverDays, addDays(tuesday, days))) expect(on).toBe(addDays(tuesday, days));
      },
    ),
  );
});
