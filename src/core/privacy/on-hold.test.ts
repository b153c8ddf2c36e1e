import { expect, test } from 'vitest';
import { addDays, toDay } from '#core/day/day';
import type { OpportunityFacts } from '#core/opportunity/facts';
import { anOpportunity, tuesday } from '#core/opportunity/facts.cases';
import { onHoldDay, putOnHold, takeOffHold } from './on-hold.ts';

const appointment = new Date('2026-12-03T09:00:00Z');
const open: OpportunityFacts = anOpportunity({
  next: {
    on: toDay('2026-12-03'),
    at: appointment,
    channel: 'meeting',
    step: 3,
    intent: 'give',
    purpose: 'dialogue',
    act: 'tekening',
  },
  pin: { choice: 'yes', on: toDay('2026-12-03'), reason: 'weet iets' },
  waitingSince: new Date('2026-11-20T10:00:00Z'),
});

test('who is restricted is out of ranking, and their open opportunity waits where nothing that is due is looked for', () => {
  const { opportunity, held } = putOnHold(open, tuesday);
  expect(opportunity).toMatchObject({
    state: 'open',
    objected: true,
    pace: 'slow',
    paced: { by: 'hand' },
    waitingSince: null,
    pin: null,
  });
  expect(opportunity.next).toMatchObject({ on: onHoldDay, at: null, channel: 'wait', act: null });
  // It is kept as JSON.
  const kept = JSON.parse(JSON.stringify(held));
  expect(takeOffHold(opportunity, kept, { today: tuesday, objected: false })).toEqual(open);
});

test('what was planned meanwhile is for today, without its time', () => {
  const { opportunity, held } = putOnHold(open, tuesday);
  const later = addDays(toDay('2026-12-03'), 40);
  const back = takeOffHold(opportunity, held, { today: later, objected: false });
  expect(back.next).toEqual({ ...open.next, on: later, at: null });
});

test('one that has ended is only left out of ranking, and in it again; one that ended meanwhile stays ended', () => {
  const won = anOpportunity({ state: 'won', next: null, endedOn: tuesday });
  const { opportunity, held } = putOnHold(won, tuesday);
  expect({ held, opportunity }).toEqual({ held: null, opportunity: { ...won, objected: true } });
  expect(takeOffHold(opportunity, null, { today: tuesday, objected: false })).toEqual(won);
  const both = putOnHold(open, tuesday);
  expect(takeOffHold(opportunity, both.held, { today: tuesday, objected: true })).toMatchObject({
    state: 'won',
    next: null,
    objected: true,
  });
});
