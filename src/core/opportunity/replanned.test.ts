import { describe, expect, test } from 'vitest';
import { addDays, toDay } from '#core/day/day';
import { clockOn } from '#core/permission/clock';
import { receiveInbound } from './change-state.ts';
import { contactAbout, purposeNow } from './contact-about.ts';
import { mayPlan, purposeOf } from './create-opportunity.ts';
import { aContact, aMoment, anOpportunity, aPlanning, tuesday } from './facts.cases.ts';
import { replanned } from './replanned.ts';

const consumer = aPlanning({ contact: aContact({ subject: 'consumer' }) });
/** No way is left: not even a card. */
const closed = aPlanning({ contact: aContact({ subject: 'consumer', nonMailing: true }) });
const planned = (channel: 'call' | 'wait' | 'post') =>
  anOpportunity({ next: { on: tuesday, channel, at: null, step: 1, intent: 'ask', purpose: 'promo', act: null } });

describe('a next moment when what may be used has changed', () => {
  test('leaves a channel that is blocked now, and stays where it may stay', () => {
    expect(replanned(planned('call'), [], closed, false)?.next).toMatchObject({ on: tuesday, channel: 'wait' });
    expect(replanned(planned('call'), [], aPlanning(), false)).toBeNull();
    expect(replanned(anOpportunity({ state: 'won', next: null }), [], consumer, true)).toBeNull();
  });

  test('what waited gets the rhythm’s channel when that is asked for, and something may be used', () => {
    expect(replanned(planned('wait'), [], aPlanning(), true)?.next?.channel).toBe('call');
    expect(replanned(planned('wait'), [], aPlanning(), false)).toBeNull();
    expect(replanned(planned('wait'), [], closed, true)).toBeNull();
  });

  test('the lawful way is offered where every channel with an address is closed; whom nothing reaches waits', () => {
    expect(replanned(planned('call'), [], consumer, false)?.next?.channel).toBe('post');
    const soleTrader = aPlanning({
      contact: aContact({ subject: 'sole_trader', basis: 'customer', customerOn: tuesday }),
    });
    expect(replanned(planned('call'), [], soleTrader, false)?.next?.channel).toBe('post');
    expect(replanned(planned('call'), [], { ...soleTrader, reachable: [] }, false)?.next?.channel).toBe('wait');
  });

  test('a talk since makes it a dialogue', () => {
    const moments = [aMoment({ happenedOn: addDays(tuesday, -3) })];
    expect(replanned(planned('call'), moments, consumer, false)?.next).toMatchObject({
      channel: 'call',
      purpose: 'dialogue',
    });
  });
});

test('whoever contacts us is answered by the way in which they came, where nothing might be used before', () => {
  const at = new Date('2026-11-24T10:00:00Z');
  for (const before of ['wait', 'post'] as const)
    expect(receiveInbound(planned(before), [], consumer, { at, channel: 'email' })).toMatchObject({
      opportunity: { next: { channel: 'email', purpose: 'dialogue' } },
    });
});

test('a meeting with a time was agreed on; one without, and a call, were not', () => {
  const at = new Date('2026-11-30T10:00:00Z');
  const may = (choice: { channel: 'meeting' | 'call'; at?: Date }) =>
    mayPlan(
      { on: tuesday, ...choice },
      anOpportunity(),
      [],
      aPlanning({ contact: aContact({ subject: 'consumer', nonMailing: true }) }),
      'promo',
    );
  expect([may({ channel: 'meeting', at }), may({ channel: 'meeting' }), may({ channel: 'call', at })]).toEqual([
    true,
    false,
    false,
  ]);
});

describe('why one would contact them', () => {
  test('a quote that is out, and a day that they named, are asked for', () => {
    const quote = { amount: 1, sentOn: addDays(tuesday, -20), validUntil: null, state: 'out' as const, link: null };
    expect(purposeOf(aPlanning(), anOpportunity({ quote }), [])).toBe('requested');
    expect(purposeOf(aPlanning(), anOpportunity({ quote: { ...quote, state: 'declined' } }), [])).toBe('promo');
    const last = { on: tuesday, channel: 'call' as const, outcome: 'not_now' as const };
    expect(purposeOf(aPlanning(), anOpportunity({ last }), [])).toBe('requested');
    expect(contactAbout(aContact(), anOpportunity({ last, quote }), tuesday)).toMatchObject({
      agreedOn: tuesday,
      requestedOn: quote.sentOn,
      spokeOn: tuesday,
    });
  });

  test('known from a talk without one that was logged: the last imported day, else the beginning', () => {
    const known = aContact({ basis: 'conversation' });
    expect(contactAbout(known, anOpportunity({ openingLastOn: toDay('2026-10-01') }), null).spokeOn).toBe('2026-10-01');
    expect(contactAbout(known, anOpportunity(), null).spokeOn).toBe('2026-01-05');
    expect(contactAbout(known, anOpportunity(), tuesday).spokeOn).toBe(tuesday);
    expect(contactAbout(aContact(), anOpportunity({ objected: true }), null).objectedOn).toBe('2026-01-05');
  });

  test('now: a request, else a talk, else an offer', () => {
    const facts = contactAbout(aContact(), anOpportunity(), null);
    const now = (given: Partial<typeof facts>) => purposeNow({ ...facts, ...given }, clockOn(tuesday));
    expect([now({}), now({ spokeOn: tuesday }), now({ spokeOn: tuesday, requestedOn: tuesday })]).toEqual([
      'promo',
      'dialogue',
      'requested',
    ]);
    expect([now({ spokeOn: addDays(tuesday, -184) }), now({ requestedOn: addDays(tuesday, -91) })]).toEqual([
      'promo',
      'promo',
    ]);
  });
});
