import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { warmths, type Warmth } from '../opportunity/vocabulary.ts';
import { buyLater } from './buy-later.ts';
import { gainAt, gainTable } from './gain-table.ts';
import { indexByStage } from './index.ts';
import { learn, posteriorOf } from './posterior.ts';
import { DEFAULT_PRIOR, priorOf } from './prior.ts';
import { at, perStage, STAGE_COUNT } from './stage-list.ts';
import { lookAhead, scaledModel, warmthModel } from './warmth.ts';
import { warmthBeliefs } from './warmth-beliefs.ts';
import { pooledCounts, warmthCountsOf, type WarmthCountRow } from './warmth-counts.ts';

const prior = priorOf(DEFAULT_PRIOR);
const minutesByStage = perStage(() => 15);
const nothing = warmthCountsOf([]);
const modelOf = (rows: readonly WarmthCountRow[]) => warmthModel(warmthBeliefs(warmthCountsOf(rows), prior));
const went = (before: Warmth, after: Warmth, tried: number) => ({
  number: 1,
  before,
  after,
  tried,
  sold: 0,
  refused: 0,
});
const row: fc.Arbitrary<WarmthCountRow> = fc
  .record({
    number: fc.integer({ min: 1, max: 14 }),
    before: fc.constantFrom(...warmths),
    after: fc.constantFrom(...warmths),
    parts: fc.tuple(fc.nat(500), fc.nat(500), fc.nat(500)),
  })
  .map(({ parts: [on, sold, refused], ...rest }) => ({ ...rest, tried: on + sold + refused, sold, refused }));

describe('warmth: our starting assumptions, replaced by own counts', () => {
  it('begins at odds of a half, one and two on the prior hazard, and pooled figures for unknown', () => {
    const { stages } = modelOf([]);
    stages.forEach((stage, index) => {
      const odds = (warmth: Warmth) => stage[warmth].hazard / (1 - stage[warmth].hazard);
      const priorOdds = at(prior.hazards, index) / (1 - at(prior.hazards, index));
      expect(odds('silent') / priorOdds).toBeCloseTo(0.5, 10);
      expect(odds('spoke') / priorOdds).toBeCloseTo(1, 10);
      expect(odds('interested') / priorOdds).toBeCloseTo(2, 10);
      expect(stage.unknown.hazard).toBeCloseTo(at(prior.hazards, index), 12);
    });
  });

  it('begins with 0.25 silent to spoke and 0.15 spoke to interested a moment, and ends at one’s own shares', () => {
    expect(modelOf([])).toMatchObject({ silentToSpoke: 0.25, silentToInterested: 0.0375, spokeToInterested: 0.15 });
    const own = modelOf([
      went('silent', 'silent', 9e5),
      went('silent', 'spoke', 1e5),
      went('spoke', 'interested', 1e6),
    ]);
    expect(own.silentToSpoke).toBeCloseTo(0.1, 4);
    expect(own.silentToInterested).toBeCloseTo(0, 4);
    expect(own.spokeToInterested).toBeCloseTo(1, 4);
  });

  it('counts no prospect as colder than before: warmth only goes upward', () => {
    const down = {
      number: 2,
      before: 'interested' as const,
      after: 'silent' as const,
      tried: 500,
      sold: 0,
      refused: 0,
    };
    const { silentToSpoke, spokeToInterested } = modelOf([down]);
    expect([silentToSpoke, spokeToInterested]).toEqual([0.25, 0.15]);
  });

  it('lets a class’s own counts take over', () => {
    const { stages } = modelOf([
      { number: 3, before: 'silent', after: 'silent', tried: 100_000, sold: 9000, refused: 20_000 },
    ]);
    expect(stages[2]?.silent.hazard).toBeCloseTo(0.09, 3);
    expect(stages[2]?.silent.goOn).toBeCloseTo(0.71, 3);
  });

  it('does not halve the silent hazard twice where nearly everyone is silent', () => {
    const { stages } = modelOf([
      { number: 1, before: 'silent', after: 'silent', tried: 1e6, sold: 10_000, refused: 0 },
    ]);
    const odds = (warmth: Warmth) => {
      const hazard = stages[0]?.[warmth].hazard ?? NaN;
      return hazard / (1 - hazard);
    };
    expect(odds('silent')).toBeCloseTo(0.0101, 4);
    expect(odds('spoke') / odds('silent')).toBeCloseTo(2, 2);
    expect(odds('interested') / odds('silent')).toBeCloseTo(4, 2);
  });

  it('looks ahead through the classes that a prospect may reach, not inside the one that it is in', () => {
    const model = modelOf([]);
    const ahead = lookAhead(model, 2, 'silent');
    const fixed = model.stages.map((stage) => stage.silent.hazard);
    expect(ahead.hazards[2]).toBe(fixed[2]);
    for (let index = 3; index < STAGE_COUNT; index += 1)
      expect(at(ahead.hazards, index)).toBeGreaterThan(at(fixed, index));
  });

  it('keeps a mixture of classes where the classes are alike: nothing is gained or lost by mixing', () => {
    const model = modelOf([]);
    const alike = {
      ...model,
      stages: model.stages.map(({ spoke }) => ({ unknown: spoke, silent: spoke, spoke, interested: spoke })),
    };
    const ahead = lookAhead(alike, 0, 'silent');
    ahead.hazards.forEach((hazard, index) =>
      expect(hazard).toBeCloseTo(
        at(
          alike.stages.map((s) => s.spoke.hazard),
          index,
        ),
        12,
      ),
    );
  });

  it('keeps refusals’ share of what is not sold for a person who sells more', () => {
    const model = modelOf([{ number: 1, before: 'spoke', after: 'spoke', tried: 900, sold: 90, refused: 300 }]);
    const twice = scaledModel(model, 2).stages[0]?.spoke;
    const once = model.stages[0]?.spoke;
    if (!once || !twice) throw new Error('no stage');
    expect(twice.hazard).toBeCloseTo(1 - (1 - once.hazard) ** 2, 12);
    expect(twice.goOn / (1 - twice.hazard)).toBeCloseTo(once.goOn / (1 - once.hazard), 12);
  });
});

describe('the counts by warmth', () => {
  it('add up to the counts without warmth, whatever the order, and keep sales beyond twelve', () => {
    fc.assert(
      fc.property(fc.array(row), (rows) => {
        const counts = warmthCountsOf(rows);
        const within = rows.filter(({ number }) => number <= STAGE_COUNT);
        const total = pooledCounts(counts).stages.reduce((sum, stage) => sum + stage.sold, 0);
        expect(total).toBe(within.reduce((sum, { sold }) => sum + sold, 0));
        expect(warmthCountsOf(rows.toReversed())).toEqual(counts);
        expect(counts.salesBeyond12 + total).toBe(rows.reduce((sum, { sold }) => sum + sold, 0));
      }),
    );
  });
});

describe('the gain table that Today orders by', () => {
  it('is the index itself, for a value of one, where only pooled figures are known', () => {
    const table = gainTable({ counts: nothing, prior, minutesByStage });
    const posterior = learn(prior, []);
    const plan = { hazards: posterior.hazards, continues: posterior.continues, value: 1, minutes: minutesByStage };
    indexByStage(plan).forEach(({ perMinute, m }, k) => {
      expect(table.gain[k]?.unknown).toBeCloseTo(perMinute, 12);
      expect(table.m[k]?.unknown).toBe(m);
    });
    buyLater(plan.hazards, plan.continues).forEach((later, k) =>
      expect(table.buyLater[k]?.unknown).toBeCloseTo(later, 12),
    );
  });

  it('puts the warmer prospect first, before anything is known of one’s own', () => {
    for (const each of gainTable({ counts: nothing, prior, minutesByStage }).gain) {
      expect(each.silent < each.spoke && each.spoke < each.interested).toBe(true);
    }
  });

  it('has thirteen rows, the last one half of the twelfth, and halves for every moment beyond', () => {
    const table = gainTable({ counts: nothing, prior, minutesByStage });
    expect([table.gain.length, table.buyLater.length, table.minutesToEnd.length, table.m.length]).toEqual([
      13, 13, 13, 13,
    ]);
    const last = table.gain[11]?.spoke ?? NaN;
    expect([11, 12, 13, 15].map((held) => gainAt(table, held, 'spoke') / last)).toEqual([1, 0.5, 0.25, 0.0625]);
    expect(table.buyLater[12]).toEqual({ unknown: 0, silent: 0, spoke: 0, interested: 0 });
  });

  it('has proper figures in every field, whatever the counts', () => {
    const minutes = fc.array(fc.integer({ min: 0, max: 90 }), { minLength: 12, maxLength: 12 });
    const settings = fc.constantFrom(DEFAULT_PRIOR, { ...DEFAULT_PRIOR, p: 0 }, { ...DEFAULT_PRIOR, p: 1 });
    fc.assert(
      fc.property(fc.array(row), minutes, settings, fc.constantFrom(1, 0, 3), (rows, each, with0, multiplier) => {
        const table = gainTable({
          counts: warmthCountsOf(rows),
          prior: priorOf(with0),
          minutesByStage: each,
          multiplier,
        });
        for (const warmth of warmths) {
          table.gain.forEach((gains, k) => {
            expect(Number.isFinite(gains[warmth]) && gains[warmth] >= 0 && gains[warmth] <= 1).toBe(true);
            const later = table.buyLater[k]?.[warmth] ?? NaN;
            expect(later >= 0 && later <= 1 + 1e-9).toBe(true);
            expect(Number.isFinite(table.minutesToEnd[k]?.[warmth])).toBe(true);
            expect(table.m[k]?.[warmth]).toBeGreaterThan(k);
          });
        }
      }),
    );
  });

  it('agrees with the pooled posterior when all that was seen is of unknown warmth', () => {
    const rows = perStage((index) => 100 - index).map((tried, index) => ({
      number: index + 1,
      before: 'unknown' as const,
      after: 'unknown' as const,
      tried,
      sold: 3,
      refused: 5,
    }));
    const { hazards } = posteriorOf(prior, pooledCounts(warmthCountsOf(rows)));
    modelOf(rows).stages.forEach((stage, index) => {
      expect(stage.unknown.hazard).toBeCloseTo(at(hazards, index), 12);
      // Odds of one: a class without counts of its own has the others' odds of sale.
      expect(stage.spoke.hazard).toBeCloseTo(at(hazards, index), 2);
    });
  });

  it('takes less than 200 microseconds, for it is computed on every request of Today', () => {
    const times = Array.from({ length: 1000 }, () => {
      const start = performance.now();
      gainTable({ counts: nothing, prior, minutesByStage });
      return performance.now() - start;
    }).toSorted((a, b) => a - b);
    expect(at(times, 500)).toBeLessThan(0.2);
  });
});
