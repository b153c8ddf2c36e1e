import { describe, expect, test } from 'vitest';
import { addDays, toDay } from '#core/day/day';
import { handOver, planNext, receiveInbound, reviveOpportunity, stopOpportunity } from './change-state.ts';
import { aMoment, anOpportunity, aPlanning, tuesday } from './facts.cases.ts';

const stopped = () => {
  const decision = stopOpportunity(anOpportunity({ held: 3, openingHeld: 3 }), {
    saidNo: false,
    reason: 'no_response',
    note: null,
    on: tuesday,
  });
  if (decision.kind !== 'changed') throw new Error(decision.code);
  return decision.opportunity;
};

describe('an opportunity', () => {
  test('stops as refused only when they said no (definition 2)', () => {
    expect(stopped()).toMatchObject({
      state: 'stopped',
      next: null,
      stop: { kind: 'own_stop' },
      endedOn: tuesday,
      endedAssigneeId: 'm1',
    });
    expect(
      stopOpportunity(anOpportunity(), { saidNo: true, reason: 'no_need', note: null, on: tuesday }),
    ).toMatchObject({ opportunity: { stop: { kind: 'refused' } } });
    expect(stopOpportunity(stopped(), { saidNo: false, reason: 'other', note: null, on: tuesday })).toEqual({
      kind: 'refused',
      code: 'opportunity_not_open',
    });
  });

  test('is picked up again at its number, with a next moment (definition 5)', () => {
    expect(reviveOpportunity(stopped(), [], aPlanning(), null)).toMatchObject({
      opportunity: { state: 'open', held: 3, revived: 1, stop: null, endedOn: null, next: { on: tuesday, step: 4 } },
    });
    expect(reviveOpportunity(anOpportunity(), [], aPlanning(), null)).toEqual({
      kind: 'refused',
      code: 'opportunity_not_stopped',
    });
    expect(reviveOpportunity({ ...stopped(), objected: true }, [], aPlanning(), null)).toEqual({
      kind: 'refused',
      code: 'person_objected',
    });
    expect(reviveOpportunity(stopped(), [], aPlanning(), { on: addDays(tuesday, -1) })).toEqual({
      kind: 'refused',
      code: 'next_in_past',
    });
  });

  test('comes to today when they contact us, reopened when it was stopped, warmer, and without a number (definition 4)', () => {
    const at = new Date('2026-11-24T10:00:00Z');
    const later = anOpportunity({
      next: {
        on: toDay('2027-02-01'),
        channel: 'email',
        at: null,
        step: 1,
        intent: 'give',
        purpose: 'promo',
        act: null,
      },
    });
    expect(receiveInbound(later, [], aPlanning(), { at, channel: 'call' })).toMatchObject({
      opportunity: { held: 0, warmth: 'spoke', waitingSince: at, next: { on: tuesday } },
    });
    expect(receiveInbound(stopped(), [], aPlanning(), { at, channel: 'email' })).toMatchObject({
      opportunity: { state: 'open', held: 3, waitingSince: at, next: { on: tuesday, channel: 'email' } },
    });
    expect(
      receiveInbound(anOpportunity({ state: 'won', next: null }), [], aPlanning(), { at, channel: 'call' }),
    ).toEqual({ kind: 'refused', code: 'opportunity_not_open' });
  });

  test('moves its next moment and keeps what was to be done; never into the past', () => {
    const open = anOpportunity({
      next: {
        on: tuesday,
        channel: 'call',
        at: null,
        step: 1,
        intent: 'ask',
        purpose: 'promo',
        act: 'mail de referenties',
      },
    });
    expect(planNext(open, [], aPlanning(), { on: toDay('2026-12-05') })).toMatchObject({
      opportunity: { next: { on: '2026-12-05', channel: 'call', act: 'mail de referenties' } },
    });
    expect(planNext(open, [], aPlanning(), { on: toDay('2026-11-23') })).toEqual({
      kind: 'refused',
      code: 'next_in_past',
    });
  });

  test('is a dialogue for six months after they spoke, else promotion (definition 20)', () => {
    const purpose = (happenedOn: string) => {
      const decision = planNext(anOpportunity(), [aMoment({ happenedOn: toDay(happenedOn) })], aPlanning(), {
        on: tuesday,
      });
      return decision.kind === 'changed' ? decision.opportunity.next?.purpose : decision.code;
    };
    expect(purpose('2026-08-01')).toBe('dialogue');
    expect(purpose('2026-01-01')).toBe('promo');
  });

  test('is handed over without moving what was counted (definition 12)', () => {
    expect(handOver(stopped(), 'm2')).toMatchObject({ assigneeId: 'm2', endedAssigneeId: 'm1', creditedId: 'm1' });
  });
});
