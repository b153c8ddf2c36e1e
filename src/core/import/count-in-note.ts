import { foldText } from './fold-text.ts';
import { wordList } from './word-list.ts';

const numberWords = wordList('nul,een,twee,drie,vier,vijf,zes,zeven,acht,negen,tien,elf,twaalf');
const englishWords = wordList('zero,one,two,three,four,five,six,seven,eight,nine,ten,eleven,twelve');
const number = String.raw`(\d{1,2}|${[...numberWords, ...englishWords].join('|')})\s?(?:x|×|keer|maal|times)`;

/**
 * What one did, by kind: what is told of one kind twice ("4x gebeld, 2x ingesproken") is not added up. The last column counts only behind
 * "na": "moet nog 2x bellen" is a plan.
 */
const kinds: readonly (readonly [kind: string, done: string, doing: string])[] = [
  ['call', 'gebeld|opgebeld|nagebeld|teruggebeld|ingesproken|gesproken|called|phoned', 'bellen|calls|calling'],
  ['mail', 'gemaild|emailed|mailed', 'mailen|mails|emails|mailing'],
  ['message', 'geappt|geapped|gesmst|texted|messaged', 'appen|appjes|texts'],
  ['visit', 'bezocht|langs geweest|visited', 'bezoeken|visits'],
  [
    'any',
    'contact gehad|contact|contacten|contactmomenten|contacts|geprobeerd te bellen|geprobeerd te bereiken|tried to call|tried to reach',
    'proberen|contact',
  ],
];
const filling = String.raw`(?:(?:al|nu|nog|toch|weer|met|hem|haar|ze|already|been)\s)?`;
const patterns = kinds.flatMap(([kind, done, doing]) =>
  [
    // Not within a number, an amount, a day, a range or a telephone number.
    String.raw`(?<![\p{L}\p{N}.,/:€-]|\d )${number}\s${filling}(?:${done})\b(?!\s+(?:worden|hebben|te worden))`,
    String.raw`\b(?:${done})[\s:]*\(?(?<![\p{L}\p{N}.,/€-])${number}(?![\p{L}\p{N}])`,
    String.raw`\b(?:na|after)\s${number}\s${filling}(?:${doing})\b`,
  ].map((source) => ({ kind, pattern: new RegExp(source, 'gu') })),
);

/** A wish or a limit right before the number: no contact that was. */
const notYet = /\b(?:moet|moeten|wil|wilde|maximaal|max|hooguit|minstens|nog|must|at most|want|wants|niet|not)\s*$/;
const longestNote = 100_000;

/**
 * How many contacts a note itself states: "na 4x bellen" 4, "3 keer gemaild" 3, "4x gebeld en 2x gemaild" 6; 0 where it says nothing.
 * A range ("2-3 keer gebeld") and a plan ("nog 2x bellen") state nothing.
 */
export function countInNote(note: string): number {
  if (note.length > longestNote || !/\d\s?[x×]|keer|maal|times/i.test(note)) return 0;
  const text = foldText(note);
  const most = new Map<string, number>();
  for (const { kind, pattern } of patterns) {
    for (const match of text.matchAll(pattern)) {
      if (notYet.test(text.slice(Math.max(0, match.index - 20), match.index))) continue;
      const figure = match[1] ?? '';
      const count = /\d/.test(figure)
        ? Number(figure)
        : Math.max(numberWords.indexOf(figure), englishWords.indexOf(figure));
      most.set(kind, Math.max(most.get(kind) ?? 0, count));
    }
  }
  const whole = most.get('any') ?? 0;
  const byKind = [...most.values()].reduce((sum, count) => sum + count, 0) - whole;
  return Math.max(byKind, whole);
}
