import type { NumberMeaning } from './number-format.ts';
import { serialDate, serialTime } from './serial-date.ts';

export type CellContext = {
  readonly sharedStrings: readonly string[];
  readonly meanings: readonly NumberMeaning[];
  readonly from1904: boolean;
};

/**
 * A cell as text: shared and own strings as they are, numbers by their format, of a formula the value it had when
 * saved.
 */
export function cellText(type: string, style: number, value: string, context: CellContext): string {
  if (type === 's') return context.sharedStrings[Number(value)] ?? '';
  if (type === 'b') return value === '1' ? 'true' : 'false';
  if (type === 'd') return value.replace(/T00:00:00(?:\.0+)?Z?$/, '');
  if (type !== 'n' && type !== '') return unescaped(value);
  return value.trim() === ''
    ? ''
    : numberText(Number(value), value, context.meanings[style] ?? 'number', context.from1904);
}

function numberText(number: number, written: string, meaning: NumberMeaning, from1904: boolean): string {
  if (!Number.isFinite(number)) return written;
  if (meaning === 'date' || meaning === 'datetime')
    return serialDate(number, from1904, meaning === 'datetime') ?? plain(number);
  if (meaning === 'time') return serialTime(number);
  return typeof meaning === 'object' ? plain(number).padStart(meaning.zeros, '0') : plain(number);
}

/** Fifteen figures, as Excel shows: 0.1 + 0.2 was stored as 0.30000000000000004. */
function plain(number: number): string {
  if (Number.isSafeInteger(number)) return String(number);
  const text = String(Number(number.toPrecision(15)));
  // 812.345 would be read as 812,345 where commas are decimal: a fourth decimal says that the point is the decimal
  // sign.
  return /^-?\d+\.\d{3}$/.test(text) ? `${text}0` : text;
}

/** Letters that XML cannot hold are stored as _x000D_, and an underscore before such a row as _x005F_. */
export function unescaped(text: string): string {
  if (!text.includes('_x')) return text;
  return text.replaceAll(/_x([0-9a-f]{4})_/gi, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)));
}
