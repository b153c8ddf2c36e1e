import { expect, test } from 'vitest';
import type { Opportunity } from '#contract/opportunity';
import type { Today } from '#contract/today';
import type { OutboxEntry } from './outbox-entry.ts';
import { withoutDone, withWaiting } from './overlay.ts';

const opportunity = (id: string) =>
  ({
    id,
    held: 3,
    nextMoment: { on: '2026-11-24', at: null, channel: 'call', act: 'bel over prijs', number: 4 },
  }) as Opportunity;
const item = (id: string) => ({ opportunity: opportunity(id) });
const today = { on: '2026-11-24', items: [item('a'), item('b')], rest: [item('c'), item('d')] } as unknown as Today;
const entry = (recordId: string, rest: object) =>
  ({ id: recordId, scope: 'w m', order: 1, recordId, name: '', at: '', tries: 0, ...rest }) as OutboxEntry;
const logged = { kind: 'log', body: { channel: 'call', outcome: 'spoke', clientId: 'x' } };
const moved = (on: string) => ({ kind: 'plan', body: { on, version: 1 }, seen: { held: 3, next: null } });
const ids = ({ items, rest }: Today) => [...items, ...rest].map((one) => one.opportunity.id);

test('Today is less whoever was logged, or moved to a later day', () => {
  expect(ids(withoutDone(today, [entry('a', logged), entry('c', moved('2026-12-01'))]))).toEqual(['b', 'd']);
});

test('moved to today it stays, and what is taken back comes back', () => {
  expect(ids(withoutDone(today, [entry('a', moved('2026-11-24')), entry('b', { ...logged, undo: true })]))).toEqual([
    'a',
    'b',
    'c',
    'd',
  ]);
});

test('an opportunity is shown as it will be: its number, and the day one chose', () => {
  const coming = withWaiting(opportunity('a'), [
    entry('a', logged),
    entry('a', moved('2026-12-01')),
    entry('b', logged),
  ]);
  expect(coming).toMatchObject({ held: 4, nextMoment: { on: '2026-12-01', number: 5, channel: 'call' } });
  expect(withWaiting(opportunity('a'), [])).toMatchObject({ held: 3 });
});
