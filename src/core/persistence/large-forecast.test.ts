import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays, toDay } from '../day/day.ts';
import { paces, warmths } from '../opportunity/vocabulary.ts';
import { forecast } from './forecast.ts';
import { largeForecast } from './large-forecast.ts';
import { normalQuantile } from './normal-quantile.ts';
import type { LargeForecastInput, OpenGroup } from './open-revenue.ts';
import { monthsFrom, placeByDay, weeksFrom } from './periods.ts';
import { DEFAULT_PRIOR, priorOf } from './prior.ts';
import { seededRandom } from './seeded-random.ts';
import { at, perStage } from './stage-list.ts';
import { warmthModel } from './warmth.ts';
import { warmthBeliefs } from './warmth-beliefs.ts';
import { warmthCountsOf } from './warmth-counts.ts';

const prior = priorOf(DEFAULT_PRIOR);
const nothing = warmthCountsOf([]);
const learned = warmthCountsOf(
  perStage((index) => index).map((index) => ({
    number: index + 1,
    before: 'silent' as const,
    after: 'silent' as const,
    tried: 40_000 - 3000 * index,
    sold: 1200,
    refused: 800,
  })),
);
const from = toDay('2026-11-24');
const gapsDays = [2, 4, 7, 7, 10, 14, 14, 21, 21, 30, 30];
const single = (part: Partial<OpenGroup> & { value: number }): OpenGroup => ({
  held: 2,
  warmth: 'unknown',
  pace: 'active',
  nextOn: from,
  count: 1,
  squares: part.value ** 2,
  ...part,
});
const base: Omit<LargeForecastInput, 'groups'> = {
  beliefs: warmthBeliefs(nothing, prior),
  gapsDays,
  periods: monthsFrom(from, 12),
  seed: 7,
};
const many = (count: number, seed = 1): OpenGroup[] => {
  const random = seededRandom(seed);
  const pick = <Of>(list: readonly [Of, ...Of[]]): Of => list[Math.floor(random() * list.length)] ?? list[0];
  return Array.from({ length: count }, () =>
    single({
      held: Math.floor(random() * 12),
      warmth: pick(warmths),
      pace: random() < 0.8 ? 'active' : 'slow',
      nextOn: addDays(from, Math.floor(random() * 60)),
      value: 10_000 + Math.floor(random() * 200_000),
    }),
  );
};

describe('the periods of a forecast', () => {
  it('begin with the rest of this month, over a change of year', () => {
    const months = monthsFrom(from, 4);
    expect(months.names).toEqual(['2026-11', '2026-12', '2027-01', '2027-02']);
    expect(months.starts).toEqual(['2026-11-24', '2026-12-01', '2027-01-01', '2027-02-01']);
    expect(months.until).toBe('2027-03-01');
  });

  it('are named by ISO weeks, whose year is that of the Thursday', () => {
    const weeks = weeksFrom(toDay('2026-12-23'), 3);
    expect(weeks.names).toEqual(['2026-W52', '2026-W53', '2027-W01']);
    expect(weeks.starts).toEqual(['2026-12-23', '2026-12-28', '2027-01-04']);
    expect(weeksFrom(toDay('2027-01-01'), 1).names).toEqual(['2026-W53']);
  });

  it('give every day one place', () => {
    const places = placeByDay(weeksFrom(from, 3));
    expect(Array.from(places)).toEqual([...Array(6).fill(0), ...Array(7).fill(1), ...Array(7).fill(2)]);
  });
});

describe('a forecast of what is open', () => {
  it('has the means that each opportunity by itself gives', () => {
    const groups = [single({ value: 1000 }), single({ value: 2500, held: 5, nextOn: addDays(from, 20) })];
    const { stages } = warmthModel(base.beliefs);
    const prospects = groups.map(({ held, nextOn, value }) => ({
      held,
      nextOn,
      value,
      hazards: stages.map((stage) => stage.unknown.hazard),
      continues: stages.map((stage) => stage.unknown.goOn),
    }));
    const plain = forecast(prospects, gapsDays).periods;
    const found = largeForecast({ ...base, groups }).periods.filter(({ open }) => open.mean > 0);
    expect(found.map(({ period }) => period)).toEqual(plain.map(({ period }) => period));
    found.forEach(({ open }, index) => expect(open.mean).toBeCloseTo(plain[index]?.mean ?? NaN, 9));
  });

  it('says nothing but nothing of nothing, and of those beyond the twelfth moment or after the last day', () => {
    const far = [single({ value: 1000, held: 12 }), single({ value: 1000, nextOn: addDays(from, 5000) })];
    for (const groups of [[], far, [single({ value: 0 })]]) {
      for (const { open, both, cumulative } of largeForecast({ ...base, groups }).periods)
        for (const { mean, sd, p10, p90 } of [open, both, cumulative.both])
          expect([mean, sd, p10, p90]).toEqual([0, 0, 0, 0]);
    }
  });

  it('counts one whose day has passed on the first day', () => {
    const late = largeForecast({ ...base, groups: [single({ value: 1000, nextOn: addDays(from, -40) })] });
    expect(late.periods).toEqual(largeForecast({ ...base, groups: [single({ value: 1000 })] }).periods);
  });

  it('gives the same for the same seed, and for opportunities in any order when grouped', () => {
    const groups = many(2500);
    const once = largeForecast({ ...base, groups });
    expect(largeForecast({ ...base, groups })).toEqual(once);
    const turned = largeForecast({ ...base, groups: groups.toReversed() }).periods;
    turned.forEach(({ open }, index) => expect(open.p90).toBeCloseTo(once.periods[index]?.open.p90 ?? NaN, 3));
    expect(largeForecast({ ...base, groups, seed: 8 }).periods).not.toEqual(once.periods);
  });

  it('comes to the same whether given one by one or in groups', () => {
    const groups = many(3000);
    const together = new Map<string, OpenGroup>();
    for (const group of groups) {
      const key = `${group.held} ${group.warmth} ${group.pace} ${group.nextOn}`;
      const known = together.get(key);
      together.set(
        key,
        known
          ? {
              ...known,
              count: known.count + 1,
              value: known.value + group.value,
              squares: known.squares + group.squares,
            }
          : group,
      );
    }
    const one = largeForecast({ ...base, groups });
    const grouped = largeForecast({ ...base, groups: [...together.values()] });
    expect(grouped.count).toBe(one.count);
    grouped.periods.forEach(({ cumulative }, index) => {
      expect(cumulative.open.p10 / (one.periods[index]?.cumulative.open.p10 ?? NaN)).toBeCloseTo(1, 9);
    });
  });

  it('puts the approximated points where the simulated ones are', () => {
    const groups = many(1000);
    const simulated = largeForecast({ ...base, groups, draws: 400 });
    // The same 1,000, of which two stand in one group: that alone asks for the approximation.
    const [a, b, ...rest] = groups.map((group, index) =>
      index < 2 ? { ...group, ...single({ value: group.value }) } : group,
    );
    if (!a || !b) throw new Error('too few');
    const pair = { ...a, count: 2, value: a.value + b.value, squares: a.squares + b.squares };
    const approximated = largeForecast({ ...base, groups: [pair, ...rest], draws: 400 });
    expect([simulated.method, approximated.method]).toEqual(['simulated', 'approximated']);
    for (const place of [1, 3, 6]) {
      for (const kind of ['own', 'cumulative'] as const) {
        const of = (found: typeof simulated) => {
          const period = found.periods[place];
          if (!period) throw new Error('no period');
          return kind === 'own' ? period.open : period.cumulative.open;
        };
        const [s, g] = [of(simulated), of(approximated)];
        for (const point of ['p10', 'p50', 'p90'] as const)
          expect(Math.abs(s[point] - g[point])).toBeLessThan(0.15 * s.sd);
        expect(Math.abs(g.sd / s.sd - 1)).toBeLessThan(0.06);
      }
    }
  });

  it('is wider for what is uncertain about the hazards, which many prospects do not average out', () => {
    const groups = many(20_000);
    const [unsure, sure] = [base.beliefs, warmthBeliefs(learned, prior)].map((beliefs) => {
      const last = largeForecast({ ...base, beliefs, groups }).periods.at(-1)?.cumulative.open;
      return last ? (last.p90 - last.p10) / last.mean : NaN;
    });
    expect(unsure).toBeGreaterThan(5 * (sure ?? NaN));
  });

  it('holds its points in order, never under nothing, and cumulated they only grow', () => {
    const group: fc.Arbitrary<OpenGroup> = fc
      .record({
        held: fc.integer({ min: 0, max: 14 }),
        warmth: fc.constantFrom(...warmths),
        pace: fc.constantFrom(...paces),
        nextOn: fc.integer({ min: -30, max: 400 }).map((days) => addDays(from, days)),
        count: fc.integer({ min: 1, max: 3 }),
        each: fc.constantFrom(0, 1, 1000, 1e11),
      })
      .map(({ each, ...rest }) => ({ ...rest, value: rest.count * each, squares: rest.count * each ** 2 }));
    fc.assert(
      fc.property(fc.array(group, { maxLength: 20 }), fc.boolean(), (groups, weeks) => {
        const fresh = { perWeek: 3, value: 500, deviation: 200, warmth: 'silent' as const };
        const periods = weeks ? weeksFrom(from, 20) : base.periods;
        const found = largeForecast({ ...base, groups, fresh, periods, draws: 20 });
        let before = 0;
        for (const { open, fresh: found2, both, cumulative } of found.periods) {
          for (const { mean, sd, p10, p50, p90 } of [open, found2, both, cumulative.open, cumulative.both]) {
            expect([mean, sd, p10, p50, p90].every((figure) => Number.isFinite(figure) && figure >= 0)).toBe(true);
            expect(p10 <= p50 && p50 <= p90).toBe(true);
          }
          expect(cumulative.both.mean).toBeGreaterThanOrEqual(before);
          before = cumulative.both.mean;
        }
      }),
      { numRuns: 40 },
    );
  });

  it('keeps an unrelated opportunity’s period out of the others', () => {
    const groups = many(50).map((group) => ({ ...group, nextOn: from, held: 9, pace: 'active' as const }));
    const later = single({ value: 5_000_000, held: 11, nextOn: addDays(from, 300) });
    const without = largeForecast({ ...base, groups }).periods;
    const withIt = largeForecast({ ...base, groups: [...groups, later] }).periods;
    expect(withIt.slice(0, 9).map(({ open }) => open.mean)).toEqual(without.slice(0, 9).map(({ open }) => open.mean));
  });
});

describe('new prospects at the present pace', () => {
  const fresh = { perWeek: 4, value: 100_000, deviation: 0, warmth: 'unknown' as const };

  it('bring in the long run as many sales a week as are found, times the chance to buy', () => {
    const far = largeForecast({ ...base, groups: [], fresh, periods: monthsFrom(toDay('2026-01-01'), 24) }).periods;
    // From the 160th day on, all twelve stages of those found are in it.
    const month = far.find(({ period }) => period === '2027-07')?.fresh.mean ?? NaN;
    expect(month).toBeCloseTo(((4 * 31) / 7) * 0.2 * 100_000, -2);
  });

  it('have a range in both ways of reckoning, that agree', () => {
    const few = largeForecast({ ...base, groups: [], fresh: { ...fresh, perWeek: 40 } });
    const pair = { ...single({ value: 0 }), count: 2 };
    const more = largeForecast({ ...base, groups: [pair], fresh: { ...fresh, perWeek: 40 } });
    expect([few.method, more.method]).toEqual(['simulated', 'approximated']);
    few.periods.forEach(({ cumulative: { fresh: s } }, place) => {
      const g = more.periods[place]?.cumulative.fresh;
      expect(g?.mean).toBe(s.mean);
      if (place > 2) expect(Math.abs((g?.p90 ?? NaN) - s.p90)).toBeLessThan(0.15 * s.sd);
    });
  });

  it('stand apart from what is open, and together their means add up', () => {
    for (const { open, fresh: found, both } of largeForecast({ ...base, groups: many(30), fresh }).periods) {
      expect(both.mean).toBeCloseTo(open.mean + found.mean, 6);
      expect(both.p90).toBeLessThanOrEqual(open.p90 + found.p90 + 1e-6 + 100_000);
    }
  });
});

describe('the normal quantile', () => {
  it.each([
    [0.5, 0],
    [0.9, 1.2815515655446004],
    [0.975, 1.959963984540054],
    [0.001, -3.090232306167813],
  ])('of %d is %d', (p, x) => expect(normalQuantile(p)).toBeCloseTo(x, 7));

  it('rises', () => {
    const points = Array.from({ length: 999 }, (_, index) => normalQuantile((index + 1) / 1000));
    points.slice(1).forEach((point, index) => expect(point).toBeGreaterThan(at(points, index)));
  });
});
