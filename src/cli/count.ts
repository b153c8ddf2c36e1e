const format = new Intl.NumberFormat('en');

/** `45,211 opportunities`, `1 person`. */
export function count(number: number, singular: string, plural = `${singular}s`): string {
  return `${format.format(number)} ${number === 1 ? singular : plural}`;
}
