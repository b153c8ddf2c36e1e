/** What the calculator asks. `value` in whole units of the currency; `chance` in per cent. */
export type CalculatorInput = { newPerMonth: number; value: number; stopAfter: number; chance: number };
type Field = keyof CalculatorInput;

/** Of each field: its short name in the address, its bounds, and what stands there at first. */
export const calculatorFields: Readonly<
  Record<Field, { short: string; least: number; most: number; sliderMost: number; first: number }>
> = {
  newPerMonth: { short: 'n', least: 1, most: 1000, sliderMost: 100, first: 20 },
  value: { short: 'v', least: 1, most: 10_000_000, sliderMost: 20_000, first: 1000 },
  stopAfter: { short: 'k', least: 1, most: 12, sliderMost: 12, first: 3 },
  chance: { short: 'p', least: 1, most: 100, sliderMost: 100, first: 20 },
};
export const calculatorOrder: readonly Field[] = ['newPerMonth', 'value', 'stopAfter', 'chance'];

/**
 * From the query of an address. Without a script a field has two inputs, a number (`n`) and a slider (`ns`), and says what stood there
 * before (`n0`): the one that was moved counts. What is no number, or out of bounds, becomes the nearest that is.
 */
export function readCalculator(query: Readonly<Record<string, unknown>>): CalculatorInput {
  const read = (field: Field): number => {
    const { short, least, most, first } = calculatorFields[field];
    const typed = numberIn(query[short]);
    const slid = numberIn(query[`${short}s`]);
    const stood = numberIn(query[`${short}0`]);
    const chosen =
      slid !== null && stood !== null && slid !== stood && (typed === null || typed === stood) ? slid : typed;
    return Math.min(most, Math.max(least, Math.round(chosen ?? first)));
  };
  return {
    newPerMonth: read('newPerMonth'),
    value: read('value'),
    stopAfter: read('stopAfter'),
    chance: read('chance'),
  };
}

/** The address to share: four numbers, and nothing of anybody. */
export function calculatorQuery(input: CalculatorInput): string {
  return calculatorOrder.map((field) => `${calculatorFields[field].short}=${input[field]}`).join('&');
}

function numberIn(value: unknown): number | null {
  if (typeof value !== 'string' || value.trim() === '') return null;
  const number = Number(value.trim().replace(',', '.'));
  return Number.isFinite(number) ? number : null;
}
