import { foldText } from './fold-text.ts';
import type { DateOrder } from './parse-day.ts';
import type { DecimalSign } from './parse-money.ts';

const figures = /^\D{0,5}(\d{1,4})[-/. ](\d{1,2})[-/. ](\d{2,4})(?!\d)/;

/**
 * In which order a file writes its days. Only days that can be read one way count (31/12 or 12/31); without any the order is
 * the Dutch one, or the year first where all of them begin with it.
 */
export function dateOrderOf(cells: readonly string[]): DateOrder {
  const seen = { dmy: 0, mdy: 0, ymd: 0, open: 0 };
  for (const cell of cells) {
    const match = figures.exec(cell.trim());
    if (!match) continue;
    const [a, b] = [Number(match[1]), Number(match[2])];
    if (match[1]?.length === 4 || a > 31) seen.ymd++;
    else if (a > 12 && b <= 12) seen.dmy++;
    else if (b > 12 && a <= 12) seen.mdy++;
    else seen.open++;
  }
  if (seen.mdy > seen.dmy) return 'mdy';
  // 26-09-13 is the year first where the last figures are days: its proof is weaker than that of four figures.
  return seen.ymd > 0 && seen.dmy === 0 && seen.open === 0 ? 'ymd' : 'dmy';
}

/**
 * Which sign stands before the cents in a file; `otherwise` (people here write a comma, programs a point) where no
 * amount tells.
 */
export function decimalSignOf(cells: readonly string[], otherwise: DecimalSign): DecimalSign {
  let commas = 0;
  let points = 0;
  for (const cell of cells) {
    const text = foldText(cell).replaceAll(/[^\d.,-]/g, '');
    if (/,(?:\d{1,2}|-{1,2})$/.test(text) || /^\d{1,3}(?:\.\d{3}){2,}$/.test(text) || /\.\d{3},/.test(text)) commas++;
    else if (/\.(?:\d{1,2}|\d{4,})$/.test(text) || /^\d{1,3}(?:,\d{3}){2,}$/.test(text) || /,\d{3}\./.test(text))
      points++;
  }
  if (points === commas) return otherwise;
  return points > commas ? '.' : ',';
}
