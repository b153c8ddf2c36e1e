/** ISO 4217: how many decimals the minor unit has where it is not two. */
const digits: Readonly<Record<string, number>> = { JPY: 0, ISK: 0 };

export function minorDigits(currency: string): number {
  return digits[currency] ?? 2;
}

/** 123450 minor units of EUR as `1234.50`: for files, whatever the language. */
export function toDecimal(minor: number, currency: string): string {
  const places = minorDigits(currency);
  const text = String(Math.abs(minor)).padStart(places + 1, '0');
  const sign = minor < 0 ? '-' : '';
  return places === 0 ? `${sign}${text}` : `${sign}${text.slice(0, -places)}.${text.slice(-places)}`;
}
