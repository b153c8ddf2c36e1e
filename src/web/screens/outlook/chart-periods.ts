import type { ContinuityPeriod } from '#contract/outlook';

/** A page of weeks that a phone can show and a finger can choose from. */
export const weeksAPage = 13;

/** The highest thing that must fit: the range's upper end, or what is needed. At least 1, so that nothing divides by nothing. */
export function highestOf(periods: readonly ContinuityPeriod[]): number {
  return Math.max(
    1,
    ...periods.flatMap(({ together, need, nextStep }) => [together.high, together.mean, need + nextStep]),
  );
}

/** A round number of at most three lines above nothing: 1, 2 or 5 times a power of ten. */
export function gridOf(highest: number): number[] {
  const power = 10 ** Math.floor(Math.log10(highest));
  const step = [1, 2, 5, 10].map((times) => (times * power) / 2).find((one) => highest / one <= 3.5) ?? power * 5;
  return Array.from({ length: Math.floor(highest / step) }, (_, line) => (line + 1) * step);
}
