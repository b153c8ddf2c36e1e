/** Dutch area codes of two figures behind the zero; the others have three (numbering plan of the ACM). */
const shortAreas = new Set(
  '10 13 14 15 20 23 24 26 30 33 35 36 38 40 43 45 46 50 53 55 58 70 71 72 73 74 75 76 77 78 79 84 85 87 88 91'.split(
    ' ',
  ),
);

/** A number in E.164 as one reads it out: `06 12345678`, `020 123 4567`, `0343 123 456`; of another country as it is. */
export function readablePhone(e164: string): string {
  const figures = /^\+31(\d{9})$/.exec(e164)?.[1];
  if (figures === undefined) return e164;
  if (figures.startsWith('6')) return `06 ${figures.slice(1)}`;
  const area = shortAreas.has(figures.slice(0, 2)) ? 2 : 3;
  return `0${figures.slice(0, area)} ${figures.slice(area, area + 3)} ${figures.slice(area + 3)}`;
}
