import { defaultRhythm } from '#core/rhythm/rhythm';
import { addDays, toDay } from '#core/day/day';
import { paces, warmths } from '#core/opportunity/vocabulary';
import { gainTable } from '#core/persistence/gain-table';
import { indexByStage } from '#core/persistence/index';
import { largeForecast } from '#core/persistence/large-forecast';
import type { OpenGroup } from '#core/persistence/open-revenue';
import { monthsFrom, weeksFrom } from '#core/persistence/periods';
import { posteriorOf } from '#core/persistence/posterior';
import { DEFAULT_PRIOR, priorOf } from '#core/persistence/prior';
import { seededRandom } from '#core/persistence/seeded-random';
import { simulatePolicies } from '#core/persistence/simulate-policies';
import { perStage } from '#core/persistence/stage-list';
import { warmthBeliefs } from '#core/persistence/warmth-beliefs';
import { pooledCounts, warmthCountsOf, type WarmthCountRow } from '#core/persistence/warmth-counts';
import type { Promised } from './bench.ts';
import { lineOf, type Line, quantile, timesOf } from './measure.ts';

const prior = priorOf(DEFAULT_PRIOR);
const minutesByStage = perStage(() => 15);
const random = seededRandom(5);
const upTo = (most: number): number => Math.floor(random() * most);

/** The counter rows of one assignee in which `ended` opportunities left their moments: every number, warmth before and after. */
function counterRows(ended: number): WarmthCountRow[] {
  const rows: WarmthCountRow[] = [];
  for (let number = 1; number <= 12; number += 1)
    for (const before of warmths)
      for (const after of warmths) {
        const tried = Math.ceil((ended * 0.8 ** number) / 16) + upTo(20);
        rows.push({ number, before, after, tried, sold: Math.floor(tried / 25), refused: Math.floor(tried / 12) });
      }
  return rows;
}

function openOnes(count: number): OpenGroup[] {
  const from = toDay('2026-11-24');
  return Array.from({ length: count }, () => {
    const value = 10_000 + upTo(200_000);
    return {
      held: upTo(12),
      warmth: warmths[upTo(warmths.length)] ?? 'unknown',
      pace: paces[upTo(10) === 0 ? 1 : 0] ?? 'active',
      nextOn: addDays(from, upTo(120)),
      count: 1,
      value,
      squares: value ** 2,
    };
  });
}

/** The engine's arithmetic, in this process and without a database: what is read from it is measured by the others. */
export const engine: Promised = {
  name: 'engine',
  async run({ times }) {
    const lines: Line[] = [];
    const measure = async (
      what: string,
      size: number | null,
      limit: number,
      work: () => void,
      most = times,
      note = '',
    ) => lines.push(lineOf(what, size, await timesOf(Math.min(times, most), async () => work(), 3), limit, note));

    const plans = Array.from({ length: 1000 }, () => {
      const hazards = perStage(() => random() * 0.3);
      return { hazards, continues: hazards.map((h) => 1 - h), value: 1000, minutes: minutesByStage };
    });
    await measure(
      'Engine: index tables',
      1000,
      20,
      () => plans.forEach((plan) => indexByStage(plan)),
      times,
      'segments',
    );

    const counts = warmthCountsOf(counterRows(1_000_000));
    const pooled = pooledCounts(counts);
    const posteriors = await timesOf(times, async () => {
      for (let n = 0; n < 1000; n += 1) posteriorOf(prior, pooled);
    });
    // A thousand in a millisecond are one in a microsecond.
    lines.push({
      what: 'Engine: one posterior update',
      size: null,
      p50: quantile(posteriors, 0.5),
      p95: quantile(posteriors, 0.95),
      unit: 'µs',
      limit: 50,
      note: '',
    });

    const groups = openOnes(100_000);
    const beliefs = warmthBeliefs(counts, prior);
    const gapsDays = defaultRhythm.slice(1).map(({ gapDays }) => gapDays);
    const fresh = { perWeek: 10, value: 100_000, deviation: 100_000, warmth: 'silent' as const };
    const from = toDay('2026-11-24');
    for (const [what, periods] of [
      ['12 months', monthsFrom(from, 12)],
      ['52 weeks', weeksFrom(from, 52)],
    ] as const)
      await measure(
        `Engine: forecast, ${what} with ranges`,
        groups.length,
        300,
        () => largeForecast({ groups, fresh, beliefs, gapsDays, periods, seed: 1 }),
        20,
      );

    const year = {
      days: 250,
      minutesADay: 360,
      acquisitionMinutes: 45,
      minutesByStage,
      value: 1000,
      deviation: 0,
      perWeek: null,
    };
    const truth = { kind: 'known' as const, hazards: prior.hazards, continues: prior.hazards.map((h) => 1 - h) };
    for (const [what, deviation] of [
      ['equal values', 0],
      ['values that differ', 1000],
    ] as const)
      await measure(
        `Engine: 200 simulated years, ${what}`,
        null,
        2000,
        () => simulatePolicies({ year: { ...year, deviation }, truth, runs: 200, seed: 1, own: 6 }),
        5,
        '7 ways of following up',
      );

    // Ten assignees: each has a table, and the workspace has one.
    const ofEach = Array.from({ length: 10 }, () => counterRows(100_000));
    await measure(
      'Engine: all tables of 1,000,000 ended, from counters',
      null,
      1000,
      () => {
        gainTable({ counts: warmthCountsOf(ofEach.flat()), prior, minutesByStage });
        for (const rows of ofEach) gainTable({ counts: warmthCountsOf(rows), prior, minutesByStage, multiplier: 1.2 });
      },
      times,
      '10 assignees, read apart',
    );
    return lines;
  },
};
