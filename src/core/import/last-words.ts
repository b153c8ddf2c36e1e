import { foldWords } from './fold-text.ts';
import { noteDates } from './note-dates.ts';
import { trimMarks } from './trim-marks.ts';

const longest = 160;

/** Of these alone one learns nothing: that one called, mailed, reached nobody. With filling words between them. */
const bareWords = new Set(
  foldWords(`
    bel belde bellen gebeld nagebeld teruggebeld belletje tel telefoon telefonisch opgebeld call called phone phoned rang
    vm gn gb nb ng na vmail voicemail voice ingesproken bericht achtergelaten boodschap left message gg gehoor geen niet niks bereikt opgenomen
    gesproken spoke spoken talked app appen appje geappt whatsapp wa sms gesmst text texted
    mail mailde mailen mailtje gemaild email e mailed emailed sent verstuurd gestuurd linkedin li inmail
    teams zoom meet video bezoek bezocht visit visited post kaart kaartje brief
    offerte quote nog weer opnieuw again eens keer x en and met with via per een a de het the aan op
  `).split(' '),
);

/**
 * The last thing that the user wrote in a note, fit to be shown as "your last words": what stands at the last day that says more
 * than that one called or mailed ("30 mei vm" says nothing; "stuur maar een prijs" before it does), else the last line; of a long
 * one the last sentence. Null when nothing with letters is there.
 */
export function lastWords(note: string): string | null {
  const text = note.slice(-4000);
  let best: string | null = null;
  for (const fragment of fragments(text)) {
    const words = trimMarks(fragment);
    if (!hasLetters(words)) continue;
    if (saysSomething(words)) return shortened(withoutAround(words));
    best ??= words;
  }
  return best === null ? null : shortened(best);
}

/** Whether words say more than that one called or mailed. */
export function saysSomething(words: string): boolean {
  const folded = foldWords(words);
  // Most say something at once: not worth a list of all their words.
  for (let at = 0; at < folded.length;) {
    const space = folded.indexOf(' ', at);
    const end = space === -1 ? folded.length : space;
    if (!bareWords.has(folded.slice(at, end))) return true;
    at = end + 1;
  }
  return false;
}

/** "mail, zou terugbellen. ± € 4.000" is "zou terugbellen": how it went stands in front, what it is worth behind. */
function withoutAround(words: string): string {
  // What is worth so much says so; most notes do not.
  const sum =
    /[€$£]|eur/i.test(words) &&
    /\s*[.,;:(–-]\s*(?:±|ca\.?|circa|budget|waarde)?\s*(?:[€$£]\s?\d[\d.,]*(?:\s?k)?(?:,-+)?|\d[\d.,]*\s?(?:euro|eur))\)?[.\s]*$/i.exec(
      words,
    );
  const unpriced = sum ? words.slice(0, sum.index) : words;
  const kept = sum && saysSomething(unpriced) && hasLetters(unpriced) ? unpriced : words;
  const [first = ''] = /^[^,;:.]{1,40}[,;:.]\s+/.exec(kept) ?? [];
  const rest = kept.slice(first.length);
  const spoken = /\b(?:gesproken|spoke|spoken|talked)\b/i.test(first);
  return trimMarks(
    first !== '' && !spoken && !saysSomething(first) && saysSomething(rest) && hasLetters(rest) ? rest : kept,
  );
}

/** Three at least; most have them without Unicode. */
const hasLetters = (words: string) => /[a-z].*[a-z].*[a-z]/is.test(words) || /\p{L}.*\p{L}.*\p{L}/su.test(words);

/** Candidates, the best first: at each day from the last to the first, then what stands before the first, then the lines. */
function* fragments(text: string): Generator<string> {
  // A day with nothing behind it ("… Terugbellen 15/3") stays in the words before it.
  const dates = noteDates(text, 'dmy').filter(({ until }, i, all) => /\p{L}/u.test(text.slice(until, all[i + 1]?.at)));
  for (const [i, date] of [...dates.entries()].toReversed()) {
    const lines = text.slice(date.until, dates[i + 1]?.at).split(/\n/);
    yield lines.findLast((line) => /\p{L}{3}/u.test(line)) ?? '';
  }
  yield* text.slice(0, dates[0]?.at).split(/\n/).toReversed();
  yield* text.split(/\n/).toReversed();
}

function shortened(words: string): string {
  if (words.length <= longest) return words;
  const sentence = words.split(/(?<=[.!?])\s+/).at(-1) ?? words;
  if (sentence.length <= longest) return sentence;
  const cut = sentence.slice(-longest);
  return `… ${cut.slice(cut.indexOf(' ') + 1)}`;
}
