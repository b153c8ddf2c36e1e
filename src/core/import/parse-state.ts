import type { State } from '../opportunity/vocabulary.ts';
import { endingPhrases, wholeCellEndings, type Ending } from './ending-words.ts';
import { lastWords } from './last-words.ts';
import { notParsed, parsedAs, type Parsed } from './parsed.ts';
import { parseYesNo } from './parse-yes-no.ts';

/** `saidNo` only where the words say a refusal: what was lost in silence never said no (product.md, definition 2). */
export type ImportedState = { readonly state: State; readonly saidNo: boolean };

/** A refusal tells more than a silence before or after it, an end more than what was still open. */
const tellsMost: readonly Ending[] = ['refused', 'stopped', 'silent', 'won', 'open'];

/** The state named by a status, stage or free words, of CRMs and people, Dutch and English. */
export function parseState(text: string): Parsed<ImportedState> {
  if (text.trim() === '') return notParsed('empty');
  let parsed = readBefore.get(text);
  if (!parsed) {
    parsed = parseNewState(text);
    if (readBefore.size < mostRemembered) readBefore.set(text, parsed);
  }
  return parsed;
}

/** A column of states says the same few words over and over: a fifth of reading a row. */
const readBefore = new Map<string, Parsed<ImportedState>>();
const mostRemembered = 1000;

function parseNewState(text: string): Parsed<ImportedState> {
  const ending = wholeCellEndings.whole(text) ?? strongest(text);
  return ending === undefined ? notParsed('unknown_state') : parsedAs(stateOf(ending));
}

/**
 * Whether they said no: a yes or no, or the reason they gave ("te duur", "chose a competitor"). A reason that is no refusal
 * ("no budget", "no response") is false: only the user can say more.
 */
export function parseSaidNo(text: string): Parsed<boolean> {
  const answer = parseYesNo(text);
  if (answer.ok || answer.problem === 'empty') return answer;
  return parsedAs(strongest(text) === 'refused');
}

/**
 * How it ended according to a note, its last words first: for a file that has no column for the state. Null: the note
 * does not tell.
 */
export function readEnding(note: string): ImportedState | null {
  const last = lastWords(note);
  for (const text of last === null || last === note ? [note] : [last, note]) {
    const ending = strongest(text);
    if (ending !== undefined && ending !== 'silent') return stateOf(ending);
  }
  return null;
}

function strongest(text: string): Ending | undefined {
  const found = endingPhrases.within(text);
  return tellsMost.find((candidate) => found.includes(candidate));
}

function stateOf(ending: Ending): ImportedState {
  if (ending === 'refused') return { state: 'stopped', saidNo: true };
  return { state: ending === 'silent' ? 'stopped' : ending, saidNo: false };
}
