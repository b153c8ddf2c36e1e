import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cascade, multipliedHazard, personMultipliers } from './pooling.ts';

const counts = fc
  .tuple(fc.integer({ min: 0, max: 400 }), fc.double({ min: 0, max: 1, noNaN: true }))
  .map(([n, part]) => ({ n, sales: Math.floor(n * part) }));

describe('a person drawn to the team, the team to the workspace', () => {
  it('stands between one’s own share and the team’s', () => {
    fc.assert(
      fc.property(counts, counts, counts, (globalOthers, teamOthers, person) => {
        const { teamMean, personMean, personAlpha, personBeta } = cascade({
          alpha: 0.5,
          beta: 15,
          globalOthers,
          teamOthers,
          person,
          kappaTeam: 50,
          kappaPerson: 25,
        });
        const own = person.n > 0 ? person.sales / person.n : teamMean;
        expect(personMean).toBeGreaterThanOrEqual(Math.min(own, teamMean) - 1e-12);
        expect(personMean).toBeLessThanOrEqual(Math.max(own, teamMean) + 1e-12);
        expect(personAlpha / (personAlpha + personBeta)).toBeCloseTo(personMean, 12);
      }),
    );
  });
});

describe('how much more or less each person sells', () => {
  it('is everyone the same when people differ no more than chance', () => {
    const same = personMultipliers([
      { sales: 5, expected: 10 },
      { sales: 5, expected: 10 },
    ]);
    expect(same).toMatchObject({ tau2: 0, nu: null, multiplier: [0.5, 0.5], interval90: [null, null] });
  });

  it('is a number when nobody sold anything, or nothing was expected of one', () => {
    expect(personMultipliers([{ sales: 0, expected: 4 }]).multiplier).toEqual([0]);
    const one = personMultipliers([
      { sales: 9, expected: 0 },
      { sales: 1, expected: 6 },
    ]);
    expect(one.multiplier.every(Number.isFinite)).toBe(true);
  });

  it('leaves a hazard a chance, whatever the multiplier', () => {
    expect(multipliedHazard(0.1, 1)).toBe(0.1);
    expect(multipliedHazard(0.1, 2)).toBeCloseTo(0.19, 14);
    expect([multipliedHazard(0.4, 50), multipliedHazard(1, 3)].every((hazard) => hazard <= 1)).toBe(true);
    expect(multipliedHazard(0.4, 0)).toBe(0);
  });
});
