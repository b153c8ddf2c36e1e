import { describe, expect, it } from 'vitest';
import type { Engine } from '#contract/engine';
import { DEFAULT_PRIOR, priorOf } from '#core/persistence/prior';
import { firstTrial, paysUntil, simulationOf } from './what-if-input.ts';

function engine(hazards: readonly number[], more: Partial<Engine> = {}): Engine {
  return {
    on: '2026-11-24',
    currency: 'EUR',
    ended: 0,
    enough: false,
    ownWeight: 0,
    averageValue: 100_000,
    minutesADay: 60,
    acquisitionMinutes: 45,
    stages: hazards.map((hazard, index) => ({
      number: index + 1,
      tried: 0,
      sold: 0,
      refused: 0,
      hazard,
      continues: 1 - hazard,
      low: 0,
      high: 1,
      article: hazard,
      ownWeight: 0,
      alpha: 40 * hazard,
      refuse: 0,
      beta: 40 * (1 - hazard),
      minutes: 15,
    })),
    ...more,
  };
}
const article = priorOf(DEFAULT_PRIOR).hazards;
/** Falling, as in bank-marketing's data. */
const bank = [0.057, 0.051, 0.041, 0.033, 0.023, 0.021, 0.015, 0.014, 0.012, 0.01, 0.013, 0.004];

describe('what somebody tries out first', () => {
  it('goes on as far as pays: to the end by the article, to the fourth contact by bank-marketing’s figures', () => {
    expect([paysUntil(engine(article)), paysUntil(engine(bank))]).toEqual([12, 4]);
    expect(firstTrial(engine(bank))).toEqual({ keepTo: 4, minutesADay: 60, perWeek: null });
  });

  it('takes the next one at once where finding costs nothing and hazards fall', () => {
    expect(paysUntil(engine(bank, { acquisitionMinutes: 0 }))).toBe(1);
  });

  it('lays one’s own minutes on a step of the slider', () => {
    const minutes = [5, 22, 60, 480, 720].map(
      (minutesADay) => firstTrial(engine(article, { minutesADay })).minutesADay,
    );
    expect(minutes).toEqual([15, 15, 60, 480, 480]);
  });

  it('asks for years that each draw their truth from what is believed, always with the same seed', () => {
    const asked = simulationOf(engine(article), { keepTo: 5, minutesADay: 90, perWeek: 3 });
    expect(asked).toMatchObject({ own: 5, year: { minutesADay: 90, perWeek: 3, value: 100_000 } });
    expect(asked.truth.kind).toBe('believed');
    expect(simulationOf(engine(article), { keepTo: 6, minutesADay: 90, perWeek: 3 }).seed).toBe(asked.seed);
  });
});
