/** What Today orders by, before gain: the value or the average, halved for every moment beyond the twelfth (engine.md, section 2). */
export function rankValue(value: number | null, held: number, averageValue: number): number {
  return (value ?? averageValue) * 0.5 ** Math.max(0, held - 12);
}
