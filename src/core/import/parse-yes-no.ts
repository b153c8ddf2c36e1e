import { notParsed, parsedAs, type Parsed } from './parsed.ts';
import { foldText } from './fold-text.ts';
import { wordList } from './word-list.ts';

const yes = new Set(wordList('ja,j,yes,y,true,waar,1,x,v,✓,✔,✅,ok,oke,gewonnen,gekocht,won,bought'));
const no = new Set(wordList('nee,n,no,false,onwaar,0,-,✗,✘,❌,neen,niet,verloren,lost'));

/** A tick, a yes or a no, in Dutch, English or a spreadsheet's own words (WAAR, TRUE, x). */
export function parseYesNo(text: string): Parsed<boolean> {
  const word = foldText(text).replace(/[.!]$/, '');
  if (word === '') return notParsed('empty');
  if (yes.has(word)) return parsedAs(true);
  return no.has(word) ? parsedAs(false) : notParsed('not_yes_no');
}
