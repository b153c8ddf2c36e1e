import { describe, expect, test } from 'vitest';
import { toDay } from '#core/day/day';
import { aMoment, anOpportunity, tuesday } from './facts.cases.ts';
import { recount } from './recount.ts';

describe('who contacts us warms what comes after, and not what came before', () => {
  const message = aMoment({ id: 'x1', outcome: 'message_left', createdAt: new Date('2026-11-24T09:00:00Z') });
  const later = aMoment({ id: 'x2', outcome: 'no_answer', createdAt: new Date('2026-11-24T15:00:00Z') });
  const before = (inbounds: Parameters<typeof recount>[2]) =>
    recount(anOpportunity(), [message, later], inbounds).moments.map((moment) => moment.warmthBefore);

  test('on the same day, by the hour', () => {
    expect(before([{ on: tuesday, at: new Date('2026-11-24T13:00:00Z') }])).toEqual(['silent', 'spoke']);
  });

  test('on another day, by the day: also when it was noted later', () => {
    expect(before([{ on: toDay('2026-11-23'), at: new Date('2026-11-25T09:00:00Z') }])).toEqual(['spoke', 'spoke']);
    expect(before([{ on: toDay('2026-11-25'), at: new Date('2026-11-25T09:00:00Z') }])).toEqual(['silent', 'silent']);
  });

  test('the opportunity is warm from then on', () => {
    const inbound = { on: tuesday, at: new Date('2026-11-24T16:00:00Z') };
    expect(recount(anOpportunity(), [message], [inbound]).opportunity.warmth).toBe('spoke');
  });
});
