/**
 * How a number in a cell is meant: a day, a clock time, both, or figures filled up with zeros ("0000000000" for
 * phones).
 */
export type NumberMeaning = 'number' | 'date' | 'time' | 'datetime' | { readonly zeros: number };

/**
 * Formats that every Excel knows by number (ECMA-376 part 1, 18.8.30); 27 to 36 and 50 to 58 are days in East Asian
 * versions.
 */
function builtIn(id: number): NumberMeaning {
  if ((id >= 14 && id <= 17) || (id >= 27 && id <= 36) || (id >= 50 && id <= 58)) return 'date';
  if (id === 22) return 'datetime';
  return (id >= 18 && id <= 21) || (id >= 45 && id <= 47) ? 'time' : 'number';
}

/**
 * The meaning of a number format (files hold the codes in English): by its code when the workbook gives one, else by
 * its number.
 */
export function numberMeaning(id: number, code: string | undefined): NumberMeaning {
  return code === undefined ? builtIn(id) : meaningOfCode(code);
}

function meaningOfCode(code: string): NumberMeaning {
  const letters = code
    .replaceAll(/"[^"]*"|\\.|_.|\*./g, '')
    .replaceAll(/\[(?!(?:h+|m+|s+)\])[^\]]*\]/gi, '')
    .split(';')[0]
    ?.toLowerCase()
    .trim();
  if (letters === undefined || letters === '' || letters === 'general') return 'number';
  if (/^0{2,}$/.test(letters)) return { zeros: letters.length };
  // Seconds may have decimals (ss.000): those zeros make no number of it.
  if (/[0#?]/.test(letters.replaceAll(/s\.?0+/g, ''))) return 'number';
  const time = /[hs]/.test(letters);
  const date = /[yd]/.test(letters) || (/m/.test(letters) && !time && !letters.includes('['));
  if (date) return time ? 'datetime' : 'date';
  return time || /\[m+\]/.test(letters) ? 'time' : 'number';
}
