import { describe, expect, it } from 'vitest';
import { isForgotten, prospectingContribution, stopped } from './prospecting.ts';

const at = (time: string) => new Date(`2026-11-24T${time}:00Z`);

describe('a timer of looking for new prospects', () => {
  it('counts whole minutes', () => {
    expect(stopped(at('09:00'), new Date('2026-11-24T09:45:29Z'), undefined)).toEqual({ minutes: 45, capped: false });
    expect(stopped(at('09:00'), at('09:00'), undefined)).toEqual({ minutes: 0, capped: false });
  });

  it('never runs backwards when a clock was set back', () => {
    expect(stopped(at('09:00'), at('08:00'), undefined).minutes).toBe(0);
  });

  it('that was forgotten is cut off at four hours, and asked about', () => {
    expect(isForgotten(at('09:00'), at('13:00'))).toBe(false);
    expect(stopped(at('09:00'), at('20:00'), undefined)).toEqual({ minutes: 240, capped: true });
    expect(stopped(at('09:00'), at('20:00'), 30)).toEqual({ minutes: 30, capped: false });
  });

  it('counts once it is over and its minutes are not just a bound', () => {
    const facts = { memberId: 'm1', minutes: 45, found: 2, capped: false };
    expect(prospectingContribution(facts)).toEqual([
      { table: 'prospecting', memberId: 'm1', count: 1, minutes: 45, found: 2 },
    ]);
    expect(prospectingContribution({ ...facts, capped: true })).toEqual([]);
    expect(prospectingContribution({ ...facts, minutes: null, found: null })).toEqual([]);
  });
});
