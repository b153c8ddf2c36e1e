import { foldText } from './fold-text.ts';
import { wordList } from './word-list.ts';
import { notParsed, parsedAs, type Parsed } from './parsed.ts';

/** The contract's limit on `openingHeld`. */
const most = 1000;

const words: ReadonlyMap<string, number> = new Map([
  ...wordList('geen,een,twee,drie,vier,vijf,zes,zeven,acht,negen,tien,elf,twaalf').map((word, at): [string, number] => [
    word,
    at,
  ]),
  ...wordList('none,one,two,three,four,five,six,seven,eight,nine,ten,eleven,twelve').map(
    (word, at): [string, number] => [word, at],
  ),
  ['nul', 0],
  ['zero', 0],
]);

const counted =
  /^(\d{1,6})(?:[.,]0+)?\s*\+?\s*(?:x|×|keer|maal|times|contact(?:en|s|momenten|moment)?|pogingen|attempts|gesprekken|calls)?\.?$/;

/** How many contact moments were held: "5", "5x", "4+", "3 contacten", "drie". A whole number from 0 to 1000. */
export function parseHeld(text: string): Parsed<number> {
  const folded = foldText(text);
  if (folded === '') return notParsed('empty');
  const figure = counted.exec(folded)?.[1];
  const count =
    figure === undefined ? words.get(folded.replace(/ (?:keer|maal|contacten|times|contacts)$/, '')) : Number(figure);
  return count === undefined || count > most ? notParsed('not_a_count') : parsedAs(count);
}
