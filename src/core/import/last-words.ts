import { noteDates } from './note-dates.ts';
import { trimMarks } from './trim-marks.ts';

const longest = 160;

/**
 * The last thing that the user wrote in a note, fit to be shown as "your last words": what stands behind the last day, else
 * the last line, and of a long one the last sentence. Null when nothing with letters is there.
 */
export function lastWords(note: string): string | null {
  const text = note.slice(-4000);
  for (const fragment of fragments(text)) {
    const words = trimMarks(fragment);
    if ((words.match(/\p{L}/gu)?.length ?? 0) >= 3) return shortened(words);
  }
  return null;
}

/** Candidates, the best first: behind each day from the last to the first, then lines from the last to the first. */
function* fragments(text: string): Generator<string> {
  const dates = noteDates(text, 'dmy');
  for (const date of dates.toReversed()) {
    // A day with nothing behind it ("… Terugbellen 15/3") stays in the words before it.
    yield (
      text
        .slice(date.until)
        .split(/\n/)
        .findLast((line) => /\p{L}{3}/u.test(line)) ?? ''
    );
  }
  yield* text.split(/\n/).toReversed();
}

function shortened(words: string): string {
  if (words.length <= longest) return words;
  const sentence = words.split(/(?<=[.!?])\s+/).at(-1) ?? words;
  if (sentence.length <= longest) return sentence;
  const cut = sentence.slice(-longest);
  return `… ${cut.slice(cut.indexOf(' ') + 1)}`;
}
