import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { bankStages } from './bank-marketing.cases.ts';
import { gainTableOf } from './gain-table.ts';
import { memberBeliefs, type MemberCounts } from './member-beliefs.ts';
import { cascade } from './pooling.ts';
import { hazardIntervals, posteriorOf } from './posterior.ts';
import { DEFAULT_PRIOR, priorOf } from './prior.ts';
import { perStage } from './stage-list.ts';
import { warmthModel } from './warmth.ts';
import { warmthBeliefs, type WarmthBeliefs } from './warmth-beliefs.ts';
import { pooledCounts, warmthCountsOf, type WarmthCountRow } from './warmth-counts.ts';

const article = priorOf(DEFAULT_PRIOR);
const nothing = warmthCountsOf([]);
const warmths = ['unknown', 'silent', 'spoke', 'interested'] as const;

const row = fc
  .record({
    number: fc.integer({ min: 1, max: 13 }),
    before: fc.constantFrom(...warmths),
    after: fc.constantFrom(...warmths),
    tried: fc.integer({ min: 0, max: 400 }),
    sold: fc.integer({ min: 0, max: 40 }),
    refused: fc.integer({ min: 0, max: 40 }),
  })
  .map((one): WarmthCountRow => ({ ...one, tried: one.tried + one.sold + one.refused }));
const rows = fc.array(row, { maxLength: 25 });
const of = (groups: Partial<MemberCounts>) =>
  memberBeliefs({ own: nothing, team: nothing, others: nothing, ...groups }, article);

const flat = (beliefs: WarmthBeliefs): number[] => {
  const model = warmthModel(beliefs);
  return [
    ...model.stages.flatMap((stage) => warmths.flatMap((warmth) => [stage[warmth].hazard, stage[warmth].goOn])),
    model.silentToSpoke,
    model.silentToInterested,
    model.spokeToInterested,
  ];
};
const expectAlike = (a: WarmthBeliefs, b: WarmthBeliefs) => {
  const right = flat(b);
  flat(a).forEach((figure, i) => expect(figure).toBeCloseTo(right[i] ?? NaN, 10));
};

describe('the figures of a member', () => {
  it('are those of the workspace for who is alone in it', () => {
    fc.assert(
      fc.property(rows, (mine) => {
        const own = warmthCountsOf(mine);
        expect(flat(of({ own }).beliefs)).toEqual(flat(warmthBeliefs(own, article)));
      }),
    );
  });

  it('are the team’s for a member without outcomes, each class of warmth its own', () => {
    fc.assert(
      fc.property(rows, rows, (ours, theirs) => {
        const team = warmthCountsOf(ours);
        const others = warmthCountsOf(theirs);
        const wider = warmthModel(warmthBeliefs(others, article));
        const got = warmthModel(of({ team, others }).beliefs);
        const known = theirs.some(({ number, tried }) => number <= 12 && tried > 0);
        for (const [i, stage] of got.stages.entries())
          for (const warmth of known ? (['silent', 'spoke', 'interested'] as const) : []) {
            const seen = team.stages[i]?.[warmth];
            const expected =
              (50 * (wider.stages[i]?.[warmth].hazard ?? NaN) + (seen?.sold ?? 0)) / (50 + (seen?.tried ?? 0));
            expect(stage[warmth].hazard).toBeCloseTo(expected, 10);
          }
      }),
    );
  });

  it('are the workspace’s for a member without outcomes and without team', () => {
    fc.assert(
      fc.property(rows, (theirs) => {
        const others = warmthCountsOf(theirs);
        expectAlike(of({ others }).beliefs, warmthBeliefs(others, article));
      }),
    );
  });

  it('follow the cascade of engine.md, section 9, stage by stage', () => {
    const counts = (tried: number, sold: number) =>
      warmthCountsOf(
        perStage((i) => i + 1).map((number) => ({
          number,
          before: 'silent',
          after: 'silent',
          tried,
          sold,
          refused: 0,
        })),
      );
    const { beliefs, weights } = of({ own: counts(40, 3), team: counts(200, 9), others: counts(1000, 60) });
    perStage((i) => i).forEach((index) => {
      const expected = cascade({
        alpha: article.alpha[index] ?? NaN,
        beta: article.beta[index] ?? NaN,
        globalOthers: { n: 1000, sales: 60 },
        teamOthers: { n: 200, sales: 9 },
        person: { n: 40, sales: 3 },
        kappaTeam: 50,
        kappaPerson: 25,
      });
      expect(beliefs.pooled.hazards[index]).toBeCloseTo(expected.personMean, 12);
      expect(beliefs.pooled.alpha[index]).toBeCloseTo(expected.personAlpha, 10);
    });
    expect(weights[0]).toMatchObject({ own: 40 / 65, team: (25 / 65) * (200 / 250) });
  });

  it('do not depend on the order of the outcomes', () => {
    fc.assert(
      fc.property(rows, rows, rows, (mine, ours, theirs) => {
        const groups = (turn: (list: WarmthCountRow[]) => WarmthCountRow[]) => ({
          own: warmthCountsOf(turn(mine)),
          team: warmthCountsOf(turn(ours)),
          others: warmthCountsOf(turn(theirs)),
        });
        const there = memberBeliefs(
          groups((list) => list),
          article,
        );
        const back = memberBeliefs(
          groups((list) => list.toReversed()),
          article,
        );
        expect(flat(there.beliefs)).toEqual(flat(back.beliefs));
      }),
    );
  });

  it('hardly move by a colleague’s hopeless year when there are many outcomes of one’s own', () => {
    const own = warmthCountsOf(
      bankStages.map(({ tried, sold }, i) => ({
        number: i + 1,
        before: 'spoke',
        after: 'spoke',
        tried,
        sold,
        refused: 0,
      })),
    );
    const hopeless = warmthCountsOf(
      perStage((i) => i + 1).map((number) => ({
        number,
        before: 'spoke',
        after: 'spoke',
        tried: 5000,
        sold: 0,
        refused: 500,
      })),
    );
    const before = of({ own }).beliefs.pooled.hazards;
    const after = of({ own, others: hopeless }).beliefs.pooled.hazards;
    [0, 1, 2, 3].forEach((i) => expect(Math.abs((after[i] ?? 0) / (before[i] ?? 1) - 1)).toBeLessThan(0.02));
  });

  it('are made of parts that sum to one, and say that the article fades as outcomes come', () => {
    fc.assert(
      fc.property(rows, rows, rows, (mine, ours, theirs) => {
        const { weights } = of({
          own: warmthCountsOf(mine),
          team: warmthCountsOf(ours),
          others: warmthCountsOf(theirs),
        });
        for (const { own, team, others, article: rest } of weights)
          expect(own + team + others + rest).toBeCloseTo(1, 9);
      }),
    );
    expect(of({}).weights[0]).toEqual({ own: 0, team: 0, others: 0, article: 1 });
  });

  it('are the posterior of what stands above one’s own counts, so that a range can be told', () => {
    fc.assert(
      fc.property(rows, rows, (mine, theirs) => {
        const own = warmthCountsOf(mine);
        const { beliefs, prior } = of({ own, others: warmthCountsOf(theirs) });
        expect(posteriorOf(prior, pooledCounts(own)).hazards).toEqual(beliefs.pooled.hazards);
      }),
    );
  });

  it('are proper chances with a wide range whatever was logged: nothing, all sold, all refused', () => {
    const everywhere = (kind: 'sold' | 'refused' | 'none', tried: number) =>
      warmthCountsOf(
        perStage((i) => i + 1).flatMap((number) =>
          warmths.map((before) => ({
            number,
            before,
            after: before,
            sold: 0,
            refused: 0,
            tried,
            ...(kind !== 'none' && { [kind]: tried }),
          })),
        ),
      );
    const cases = [
      nothing,
      everywhere('none', 3),
      everywhere('sold', 3),
      everywhere('refused', 3),
      everywhere('sold', 1e6),
    ];
    for (const own of cases)
      for (const others of cases) {
        const { beliefs } = of({ own, others });
        const model = warmthModel(beliefs);
        flat(beliefs).forEach((figure) => expect(figure >= 0 && figure <= 1).toBe(true));
        const table = gainTableOf(
          model,
          perStage(() => 10),
        );
        for (const list of [table.gain, table.buyLater, table.minutesToEnd])
          for (const ofHeld of list) for (const warmth of warmths) expect(Number.isFinite(ofHeld[warmth])).toBe(true);
        for (const [low, high] of hazardIntervals(beliefs.pooled))
          expect(low >= 0 && low <= high && high <= 1).toBe(true);
      }
    const [low, high] = hazardIntervals(of({}).beliefs.pooled)[4] ?? [0, 0];
    expect(high - low).toBeGreaterThan(0.05);
  });
});
