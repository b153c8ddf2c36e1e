import { longestRecord } from '../limits.ts';

/** Data of pictures, sounds and keys: never kept. */
const isData = /^(?:[\w-]+\.)?(?:photo|logo|sound|key|x-ms-cardpicture|x-ms-ol-design)[;:]/i;
/** Enough of a line of data to know it again. */
const dataHead = 100;
const isQuotedPrintable = /^[^:]*quoted-printable[^:]*:/i;
const isProperty = /^[\w.-]+[;:]/;

/** A logical line of a vCard, or `too_long` once when a card's line exceeds every measure. */
export type VcardLine = { readonly text: string } | { readonly problem: 'record_too_long' };

/**
 * Lines unfolded as vCard 2.1, 3 and 4 fold them: a space or tab goes on with the line before; so does what follows a "=" at
 * the end of quoted-printable text. Old phones end lines with CR CR LF, and break binary data without any sign of it: a line
 * that is no property after such data belongs to it.
 */
export async function* vcardLines(pieces: AsyncIterable<string>): AsyncGenerator<VcardLine> {
  let line = '';
  for await (const next of physicalLines(pieces)) {
    const softBreak = line.endsWith('=') && isQuotedPrintable.test(line);
    if (softBreak) line = line.slice(0, -1) + next;
    else if (/^[ \t]/.test(next) && line !== '') line = isData.test(line) ? line : line + next.slice(1);
    else if (next !== '' && !isProperty.test(next)) continue;
    else {
      if (line !== '' && !isData.test(line)) yield { text: line };
      line = next;
    }
    if (line.length > longestRecord) {
      yield { problem: 'record_too_long' };
      return;
    }
  }
  if (line !== '' && !isData.test(line)) yield { text: line };
}

async function* physicalLines(pieces: AsyncIterable<string>): AsyncGenerator<string> {
  let rest = '';
  for await (const piece of pieces) {
    rest += piece;
    // CRs at the end may be half of a line end.
    let until = rest.length;
    while (until > 0 && rest.charAt(until - 1) === '\r') until--;
    const lines = rest.slice(0, until).split(/\r*\n|\r+/);
    const last = lines.pop() ?? '';
    rest = last + rest.slice(until);
    yield* lines;
    if (rest.length <= longestRecord) continue;
    // A picture on one line may be of any length; only its head is kept.
    if (!isData.test(rest)) break;
    rest = rest.slice(0, dataHead);
  }
  if (rest !== '') yield rest;
}
