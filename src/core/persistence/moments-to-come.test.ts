import { describe, expect, test } from 'vitest';
import { warmths } from '../opportunity/vocabulary.ts';
import { gainTableOf } from './gain-table.ts';
import { momentsToCome, sumUntil } from './moments-to-come.ts';
import { DEFAULT_PRIOR, priorOf } from './prior.ts';
import { warmthModel } from './warmth.ts';
import { warmthBeliefs } from './warmth-beliefs.ts';
import { warmthCountsOf } from './warmth-counts.ts';

const minutes = [10, 5, 10, 3, 10, 60, 10, 5, 10, 10, 5, 10];
const model = warmthModel(warmthBeliefs(warmthCountsOf([]), priorOf(DEFAULT_PRIOR)));
const table = gainTableOf(model, minutes);

describe('the moments still to come', () => {
  test('are numbered from the next one to twelve', () => {
    expect(momentsToCome(model, 4, 'spoke', minutes).map(({ number }) => number)).toEqual([5, 6, 7, 8, 9, 10, 11, 12]);
    expect(momentsToCome(model, 12, 'spoke', minutes)).toEqual([]);
  });

  test('add up to what the gain table says, in every state', () => {
    for (const warmth of warmths) {
      for (let held = 0; held < 12; held += 1) {
        const moments = momentsToCome(model, held, warmth, minutes);
        const toEnd = sumUntil(moments, 12);
        expect(toEnd.chance).toBeCloseTo(table.buyLater[held]?.[warmth] ?? Number.NaN, 12);
        expect(toEnd.minutes).toBeCloseTo(table.minutesToEnd[held]?.[warmth] ?? Number.NaN, 9);
        const best = sumUntil(moments, table.m[held]?.[warmth] ?? Number.NaN);
        expect(best.chance / best.minutes).toBeCloseTo(table.gain[held]?.[warmth] ?? Number.NaN, 12);
      }
    }
  });

  test('come ever less often', () => {
    const reached = momentsToCome(model, 0, 'silent', minutes).map((moment) => moment.reached);
    expect(reached[0]).toBe(1);
    expect(reached).toEqual(reached.toSorted((a, b) => b - a));
  });
});
