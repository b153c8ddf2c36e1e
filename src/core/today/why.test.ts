import { describe, expect, test } from 'vitest';
import { anOpportunity } from '#core/opportunity/facts.cases';
import { toDay } from '#core/day/day';
import { levelAmong, openerFor, whyToday } from './why.ts';

const base = {
  promise: null,
  answer: null,
  pickedUp: false,
  advice: 'go_on' as const,
  triedByNumber: [40, 38, 35, 30, 22, 15, 11, 9, 6, 4, 2, 1],
  salesByNumber: [1, 1, 1, 2, 6, 5, 2, 0, 0, 0, 0, 0],
  enough: true,
  averageValue: 100_000,
};
const stopped = (given: Parameters<typeof anOpportunity>[0]) =>
  anOpportunity({
    state: 'stopped',
    next: null,
    stop: { kind: 'own_stop', reason: 'no_response', note: null },
    ...given,
  });
const aQuote = (state: 'out' | 'withdrawn') => ({
  amount: 450_000,
  sentOn: toDay('2026-11-12'),
  validUntil: toDay('2026-11-27'),
  state,
  link: null,
});
const none = Array.from({ length: 12 }, () => 0);

describe('why it stands on Today', () => {
  test.each([
    ['waiting', anOpportunity({ held: 4 }), { group: 'waiting' }],
    ['promised', anOpportunity({ held: 4 }), { group: 'promised', promise: 'referenties' }],
    ['appointment', anOpportunity(), { group: 'appointment' }],
    ['pinned', anOpportunity(), { group: 'pinned' }],
    ['picked_up', anOpportunity({ held: 4 }), { group: 'planned', pickedUp: true }],
    ['waiting', anOpportunity({ held: 4 }), { group: 'waiting', pickedUp: true }],
    ['first_moment', anOpportunity(), { group: 'first' }],
    [
      'not_now_date',
      anOpportunity({ held: 2, last: { on: toDay('2026-10-01'), channel: 'call', outcome: 'not_now' } }),
      { group: 'planned' },
    ],
    ['most_sales_from', anOpportunity({ held: 4 }), { group: 'planned' }],
    ['few_tried', anOpportunity({ held: 7 }), { group: 'planned' }],
    ['few_sales_from', anOpportunity({ held: 7 }), { group: 'planned', triedByNumber: [40, 9, 9, 9, 9, 9, 9, 10] }],
    ['experiment', anOpportunity({ held: 4 }), { group: 'planned', advice: 'experiment' }],
    ['let_rest', anOpportunity({ held: 4 }), { group: 'planned', advice: 'stop' }],
    ['promised', anOpportunity({ held: 4 }), { group: 'promised', promise: 'referenties', advice: 'stop' }],
    [
      'high_value',
      anOpportunity({ held: 3, value: 900_000 }),
      { group: 'planned', enough: false, salesByNumber: none },
    ],
    ['most_sales_from_article', anOpportunity({ held: 3 }), { group: 'planned', enough: false, salesByNumber: none }],
    ['quote_out', anOpportunity({ held: 4, quote: aQuote('out') }), { group: 'planned' }],
    ['quote_out', anOpportunity({ quote: aQuote('out') }), { group: 'first' }],
    ['let_rest', anOpportunity({ held: 4, quote: aQuote('out') }), { group: 'planned', advice: 'stop' }],
    ['most_sales_from', anOpportunity({ held: 4, quote: aQuote('withdrawn') }), { group: 'planned' }],
    ['rhythm', anOpportunity({ held: 1 }), { group: 'planned', enough: false, salesByNumber: none }],
  ] as const)('%s', (code, opportunity, given) => {
    expect(whyToday({ ...base, opportunity, ...given }).code).toBe(code);
  });

  test('says how often one came so far', () => {
    expect(whyToday({ ...base, opportunity: anOpportunity({ held: 7 }), group: 'planned' }).params).toMatchObject({
      from: 8,
      tried: 9,
      count: 0,
      total: 18,
    });
  });

  test('says of how many sales how many came from this number on', () => {
    expect(whyToday({ ...base, opportunity: anOpportunity({ held: 4 }), group: 'planned' }).params).toMatchObject({
      number: 5,
      from: 5,
      count: 13,
      total: 18,
    });
  });
});

test.each([
  ['waiting', anOpportunity({ held: 3 }), 'waiting'],
  ['promised', anOpportunity({ held: 3 }), 'promised'],
  ['planned', anOpportunity(), 'first_talk'],
  ['planned', anOpportunity({ held: 2, keen: 'showroomkeuken' }), 'keen_on'],
  [
    'planned',
    anOpportunity({ held: 2, last: { on: toDay('2026-11-01'), channel: 'call', outcome: 'no_answer' } }),
    'after_silence',
  ],
  [
    'planned',
    anOpportunity({ state: 'stopped', next: null, stop: { kind: 'own_stop', reason: 'no_budget', note: null } }),
    'revive_price',
  ],
  [
    'planned',
    anOpportunity({ state: 'stopped', next: null, stop: { kind: 'own_stop', reason: 'no_response', note: null } }),
    'revive_silence',
  ],
  ['planned', stopped({ keen: 'showroomkeuken', title: 'Keuken' }), 'revive_keen'],
  ['planned', stopped({ title: 'Keuken' }), 'revive_about'],
  ['planned', stopped({ held: 1 }), 'revive_once'],
  ['planned', stopped({ held: 1, heldKnown: false }), 'revive_silence'],
] as const)('a line to open with: %s', (group, opportunity, code) => {
  expect(openerFor(opportunity, group)).toBe(code);
});

test('who was just picked up again is opened with the sentence that Revive gave', () => {
  for (const reason of ['no_budget', 'timing', 'no_response'] as const) {
    const letGo = stopped({ held: 3, title: 'Keuken', stop: { kind: 'own_stop', reason, note: null } });
    const back = anOpportunity({ held: 3, title: 'Keuken' });
    expect(openerFor(back, 'planned', { reason })).toBe(openerFor(letGo, 'planned'));
    expect(openerFor(back, 'waiting', { reason })).toBe('waiting');
  }
});

test('thirds of the list are high, middle and low', () => {
  const all = [9, 8, 7, 6, 5, 4, 3, 2, 1];
  expect(all.map((one) => levelAmong(one, all)[0]).join('')).toBe('hhhmmmlll');
});
