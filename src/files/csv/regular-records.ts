const quote = '"'.charCodeAt(0);
const lineFeed = '\n'.charCodeAt(0);
const carriageReturn = '\r'.charCodeAt(0);

/** `read`: so many letters of the text are in the records. `odd`: what stands there is written as no program writes it. */
export type Regular = { readonly records: string[][]; readonly read: number; readonly odd: boolean };

/**
 * The records that a text begins with, as long as each cell is plain or stands whole within quotation marks. `whole`: nothing comes behind
 * this text; else its last record may go on, and is left.
 */
export function regularRecords(text: string, delimiter: string, whole: boolean): Regular {
  const mark = delimiter.charCodeAt(0);
  const { length } = text;
  const records: string[][] = [];
  // Found by the engine's own search, which looks at many letters at once.
  const nextOf = (sign: string) => {
    let at = text.indexOf(sign);
    return (from: number): number => {
      if (at !== -1 && at < from) at = text.indexOf(sign, from);
      return at === -1 ? length : at;
    };
  };
  const [nextMark, nextLineFeed, nextReturn] = [nextOf(delimiter), nextOf('\n'), nextOf('\r')];
  let read = 0;
  while (read < length) {
    const cells: string[] = [];
    let from = read;
    let until: number;
    let sign: number;
    do {
      if (text.charCodeAt(from) === quote) {
        const close = closingQuote(text, from);
        if (close === -1) return { records, read, odd: whole };
        until = close + 1;
        sign = text.charCodeAt(until);
        if (until < length && sign !== mark && sign !== lineFeed && sign !== carriageReturn)
          return { records, read, odd: true };
        cells.push(unquoted(text.slice(from + 1, close)));
      } else {
        until = Math.min(nextMark(from), nextLineFeed(from), nextReturn(from));
        sign = text.charCodeAt(until);
        cells.push(text.slice(from, until));
      }
      from = until + 1;
    } while (sign === mark);
    // What ends the record may be the first half of CRLF, and a quotation mark at the end the first of two.
    if (!whole && (until >= length || (sign === carriageReturn && from === length))) break;
    records.push(cells);
    read = Math.min(length, sign === carriageReturn && text.charCodeAt(from) === lineFeed ? from + 1 : from);
  }
  return { records, read, odd: false };
}

/** Where the cell that opens at `from` is closed; two marks in a row are one letter of it. */
function closingQuote(text: string, from: number): number {
  let at = text.indexOf('"', from + 1);
  while (at !== -1 && text.charCodeAt(at + 1) === quote) at = text.indexOf('"', at + 2);
  return at;
}

function unquoted(text: string): string {
  return text.includes('"') ? text.replaceAll('""', '"') : text;
}
