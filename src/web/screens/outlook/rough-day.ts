/** Which third of its month a day lies in: as exact as a forecast may be. */
export function thirdOf(day: string): 'begin' | 'half' | 'end' {
  const date = Number(day.slice(8));
  return date <= 10 ? 'begin' : date <= 20 ? 'half' : 'end';
}
