import { expect, test } from 'vitest';
import type { Opportunity } from '#contract/opportunity';
import type { Person } from '#contract/person';
import { compareNote, comparePlan, type NoteEntry, type PlanEntry } from './deliver.ts';

const common = { id: 'x', scope: 'w m', order: 1, recordId: 'a', name: 'Carla', at: '2026-11-24T09:00:00Z', tries: 1 };
const seen = { on: '2026-11-24', at: null, channel: 'call', act: null } as const;
const plan: PlanEntry = {
  ...common,
  kind: 'plan',
  body: { on: '2026-12-01', channel: 'email', version: 3 },
  seen: { held: 2, next: seen },
};
const present = (next: object | null, held = 2) => ({ version: 7, held, nextMoment: next }) as Opportunity;

test('a plan stands on the newer version when neither the next moment nor a contact changed', () => {
  expect(comparePlan(plan, present(seen))).toEqual({ kind: 'rebase', version: 7 });
});

test('a plan whose answer was lost is found to stand there already', () => {
  expect(comparePlan(plan, present({ on: '2026-12-01', at: null, channel: 'email', act: null }))).toMatchObject({
    kind: 'done',
    taken: { version: 7 },
  });
});

test('moved by somebody else, logged meanwhile, or ended: the user decides', () => {
  expect(comparePlan(plan, present({ ...seen, on: '2026-12-09' })).kind).toBe('refused');
  expect(comparePlan(plan, present(seen, 3)).kind).toBe('refused');
  expect(comparePlan(plan, present(null)).kind).toBe('refused');
});

test('a note stands in the way of nothing but a change of that same note', () => {
  const note: NoteEntry = {
    ...common,
    kind: 'note',
    field: 'goodToKnow',
    seen: 'zeilt',
    body: { version: 1, goodToKnow: 'zeilt en bakt' },
  };
  const person = (goodToKnow: string | null) => ({ version: 4, goodToKnow, howMet: 'beurs' }) as Person;
  expect(compareNote(note, person('zeilt'))).toEqual({ kind: 'rebase', version: 4 });
  expect(compareNote(note, person('zeilt en bakt')).kind).toBe('done');
  expect(compareNote(note, person('fietst'))).toMatchObject({
    kind: 'refused',
    refusal: { facts: { text: 'fietst' } },
  });
  expect(compareNote({ ...note, body: { version: 1, goodToKnow: null } }, person(null)).kind).toBe('done');
});
