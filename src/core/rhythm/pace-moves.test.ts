import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addDays } from '#core/day/day';
import { anOpportunity, tuesday } from '#core/opportunity/facts.cases';
import { mayMove, paceMoves, slackOf, stayDays } from './pace-moves.ts';

const ranked = (prefix: string) =>
  fc
    .array(fc.double({ min: 0, max: 1000, noNaN: true }), { maxLength: 60 })
    .map((list) => list.map((index, i) => ({ id: `${prefix}${i}`, index })));

const facts = fc
  .record({
    slow: ranked('s').map((list) => list.toSorted((a, b) => b.index - a.index)),
    last: ranked('a').map((list) => list.toSorted((a, b) => a.index - b.index)),
    fixed: fc.nat(20),
    fits: fc.integer({ min: 1, max: 60 }),
    most: fc.integer({ min: 0, max: 80 }),
  })
  .map((given) => ({ ...given, active: given.last.length + given.fixed }));

describe('which run in full and which slow (definition 11)', () => {
  test('room is filled by the best, what is over goes by the last, and never more are moved than one step may', () => {
    fc.assert(
      fc.property(facts, (given) => {
        const { up, down, swaps } = paceMoves(given);
        expect(up.length + down.length + 2 * swaps.length).toBeLessThanOrEqual(given.most);
        expect(up).toEqual(given.slow.slice(0, up.length).map((one) => one.id));
        expect(down).toEqual(given.last.slice(0, down.length).map((one) => one.id));
        const after = given.active + up.length - down.length;
        if (given.active <= given.fits) expect(after).toBeLessThanOrEqual(given.fits);
        if (given.active > given.fits) expect(up).toEqual([]);
        if (given.active > given.fits + slackOf(given.fits) && down.length < given.last.length)
          expect(after === given.fits || down.length === given.most).toBe(true);
        const moved = [...up, ...down, ...swaps.flatMap((swap) => [swap.up, swap.down])];
        expect(new Set(moved).size).toBe(moved.length);
      }),
    );
  });

  test('a swap is clearly for the better', () => {
    fc.assert(
      fc.property(facts, (given) => {
        const index = new Map([...given.slow, ...given.last].map((one) => [one.id, one.index]));
        for (const { up, down } of paceMoves(given).swaps)
          expect(index.get(up)).toBeGreaterThan((index.get(down) ?? 0) * 1.25);
      }),
    );
  });

  test('a second run right after moves nobody: the order does not turn over by itself', () => {
    const world = fc.record({
      all: fc.array(fc.double({ min: 0, max: 1000, noNaN: true }), { maxLength: 80 }),
      active: fc.nat(80),
      fits: fc.integer({ min: 1, max: 60 }),
    });
    fc.assert(
      fc.property(world, ({ all, active, fits }) => {
        const paces = new Map(all.map((_, i) => [String(i), i < active ? 'active' : 'slow']));
        const run = () => {
          const of = (pace: string) =>
            [...paces].filter(([, p]) => p === pace).map(([id]) => ({ id, index: all[Number(id)] ?? 0 }));
          const moves = paceMoves({
            active: of('active').length,
            fits,
            slow: of('slow').toSorted((a, b) => b.index - a.index),
            last: of('active').toSorted((a, b) => a.index - b.index),
            most: 1000,
          });
          for (const id of [...moves.up, ...moves.swaps.map((swap) => swap.up)]) paces.set(id, 'active');
          for (const id of [...moves.down, ...moves.swaps.map((swap) => swap.down)]) paces.set(id, 'slow');
          return moves;
        };
        run();
        expect(run()).toEqual({ up: [], down: [], swaps: [] });
      }),
    );
  });

  test('one new opportunity over what fits moves nobody', () => {
    const last = Array.from({ length: 24 }, (_, i) => ({ id: `a${i}`, index: i }));
    expect(paceMoves({ active: 24, fits: 22, slow: [], last, most: 300 }).down).toEqual([]);
    expect(paceMoves({ active: 26, fits: 22, slow: [], last, most: 300 }).down).toEqual(['a0', 'a1', 'a2', 'a3']);
  });
});

describe('commitments are never moved', () => {
  const at = new Date('2026-11-24T09:00:00Z');
  const next = anOpportunity().next;
  test.each([
    ['chosen by hand', { paced: { by: 'hand' as const, on: addDays(tuesday, -400) } }],
    ['pinned', { pin: { choice: 'no' as const, on: tuesday, reason: null } }],
    ['they are waiting', { waitingSince: at }],
    ['an appointment', { next: next && { ...next, at } }],
    ['a day that they named', { last: { on: tuesday, channel: 'call' as const, outcome: 'not_now' as const } }],
    ['moved less than four weeks ago', { paced: { by: 'room' as const, on: addDays(tuesday, 1 - stayDays) } }],
    ['ended', { state: 'won' as const, next: null }],
  ])('%s', (_, given) => {
    expect(mayMove(anOpportunity(given), tuesday, false)).toBe(false);
  });

  test('a promise', () => {
    expect(mayMove(anOpportunity(), tuesday, true)).toBe(false);
  });

  test('what is free may go, also what was moved four weeks ago', () => {
    expect(mayMove(anOpportunity(), tuesday, false)).toBe(true);
    const long = { by: 'room' as const, on: addDays(tuesday, -stayDays) };
    expect(mayMove(anOpportunity({ paced: long }), tuesday, false)).toBe(true);
  });
});
