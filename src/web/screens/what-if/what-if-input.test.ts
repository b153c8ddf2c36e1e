import { describe, expect, it } from 'vitest';
import type { FiguresOf } from '#contract/figures';
import { DEFAULT_PRIOR, priorOf } from '#core/persistence/prior';
import { firstTrial, paysUntil, simulationOf } from './what-if-input.ts';

const onlyArticle = { own: 0, team: 0, workspace: 0, article: 1 };

function figures(hazards: readonly number[], more: Partial<FiguresOf> = {}): FiguresOf {
  return {
    memberId: null,
    on: '2026-11-24',
    madeAt: '2026-11-24T09:00:00.000Z',
    ended: 0,
    enough: false,
    weight: onlyArticle,
    numbers: hazards.map((hazard, index) => ({
      number: index + 1,
      tried: 0,
      sold: 0,
      refused: 0,
      hazard,
      continues: 1 - hazard,
      low: 0,
      high: 1,
      article: hazard,
      alpha: 40 * hazard,
      refuse: 0,
      beta: 40 * (1 - hazard),
      weight: onlyArticle,
      minutes: 15,
      beatsNew: null,
    })),
    salesBeyond12: 0,
    channels: [],
    acquisition: finding(45),
    newPerMinute: 0,
    currency: 'EUR',
    averageValue: 100_000,
    average: { guess: 100_000, sales: 0, on: null },
    minutesADay: 60,
    ...more,
  };
}
const finding = (minutes: number) => ({ minutes, setting: minutes, own: 0, others: 0, spent: 0 });
const article = priorOf(DEFAULT_PRIOR).hazards;
/** Falling, as in bank-marketing's data. */
const bank = [0.057, 0.051, 0.041, 0.033, 0.023, 0.021, 0.015, 0.014, 0.012, 0.01, 0.013, 0.004];

describe('what somebody tries out first', () => {
  it('goes on as far as pays: to the end by the article, to the fourth contact by bank-marketing’s figures', () => {
    expect([paysUntil(figures(article)), paysUntil(figures(bank))]).toEqual([12, 4]);
    expect(firstTrial(figures(bank))).toEqual({ keepTo: 4, minutesADay: 60, perWeek: null });
  });

  it('takes the next one at once where finding costs nothing and hazards fall', () => {
    expect(paysUntil(figures(bank, { acquisition: finding(0) }))).toBe(1);
  });

  it('lays one’s own minutes on a step of the slider', () => {
    const minutes = [5, 22, 60, 480, 720].map(
      (minutesADay) => firstTrial(figures(article, { minutesADay })).minutesADay,
    );
    expect(minutes).toEqual([15, 15, 60, 480, 480]);
  });

  it('asks for years that each draw their truth from what is believed, always with the same seed', () => {
    const asked = simulationOf(figures(article), { keepTo: 5, minutesADay: 90, perWeek: 3 });
    expect(asked).toMatchObject({ own: 5, year: { minutesADay: 90, perWeek: 3, value: 100_000 } });
    expect(asked.truth.kind).toBe('believed');
    expect(simulationOf(figures(article), { keepTo: 6, minutesADay: 90, perWeek: 3 }).seed).toBe(asked.seed);
  });
});
