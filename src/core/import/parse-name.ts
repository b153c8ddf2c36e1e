import { foldText } from './fold-text.ts';
import { notParsed, parsedAs, type Parsed } from './parsed.ts';
import { wordList } from './word-list.ts';

/** A person's name taken apart the Dutch way: "Marieke", "van den", "Berg". `full` is how it is shown. */
export type ImportedName = {
  readonly firstName: string | null;
  readonly particle: string | null;
  readonly lastName: string | null;
  readonly full: string;
};

const particles = new Set(
  wordList(`
    van, de, den, der, het, 't, t, ten, ter, te, op, aan, in, bij, onder, over, uit, voor, von, vom, zu, zum, zur,
    af, d', du, des, la, le, les, el, al, di, da, do, dos, das, del, della, bin, ben, ibn, v.d., vd, v/d`),
);
/** Only these begin a name without a first name ("Van den Berg"): Ben, Al and Di are first names. */
const leading = new Set(wordList("van,de,den,der,het,'t,ten,ter,te,von,v.d.,vd,v/d"));
const salutations = new Set(
  wordList(`
    dhr, de heer, heer, hr, mevr, mevrouw, mw, mej, mejuffrouw, dr, drs, ir, ing, mr, prof, bc, ds, mrs, ms, miss,
    sir, madam, fam, familie, t.a.v, tav`),
);
const suffixes = new Set(wordList('jr,sr,ii,iii,mba,msc,bsc,ba,ma,phd,llm,rba,ra,aa,rc,md,esq'));

/**
 * "Marieke van den Berg", "Berg, Marieke van den" and "van den Berg, Marieke" give the same. Titles (dhr., mevr., drs.) and
 * suffixes (MBA) fall off; one single word is a first name, unless a title says that it is a family name.
 */
export function parseName(text: string): Parsed<ImportedName> {
  const trimmed = (/\s\s|[^\S ]/.test(text) ? text.replace(/\s+/g, ' ') : text).trim();
  if (askedLast?.text !== trimmed) askedLast = { text: trimmed, parsed: parseTrimmed(trimmed) };
  return askedLast.parsed;
}

/** A cell is asked for twice: for the name, and for its key (name-key). */
let askedLast: { readonly text: string; readonly parsed: Parsed<ImportedName> } | undefined;

function parseTrimmed(trimmed: string): Parsed<ImportedName> {
  if (trimmed === '') return notParsed('empty');
  if (trimmed.length > 200 || !/\p{L}/u.test(trimmed) || trimmed.includes('@')) return notParsed('not_a_name');
  const [before = '', ...rest] = trimmed.includes(',') ? trimmed.split(/\s*,\s*/) : [trimmed];
  const after = rest.filter((part) => !isAll(words(part), suffixes));
  const titled = withoutTitles(words(before));
  const parts =
    after.length === 0 ? inOrder(titled.words, titled.titled) : turned(titled.words, words(after.join(' ')));
  const shown = [parts.firstName, parts.particle, parts.lastName].filter((part) => part !== null).join(' ');
  return parsedAs({ ...parts, full: shown === '' ? trimmed : shown });
}

/** One name from separate columns (voornaam, tussenvoegsel, achternaam); `null` when all are empty. */
export function joinName(
  firstName: string | null,
  particle: string | null,
  lastName: string | null,
): ImportedName | null {
  const [first, middle, last] = [firstName, particle, lastName].map((part) => part?.replace(/\s+/g, ' ').trim() ?? '');
  const full = [first, middle, last].filter((part) => part !== undefined && part !== '').join(' ');
  if (full === '') return null;
  // A family name column often carries the particle itself: "van den Berg", or "Berg, van den".
  const family = !middle && last ? turnedFamily(words(last)) : { particle: middle || null, lastName: last || null };
  const shown = [first || null, family.particle, family.lastName].filter((part) => part !== null).join(' ');
  return { firstName: first || null, ...family, full: shown };
}

function words(text: string): string[] {
  return text.split(' ').filter((word) => word !== '');
}

function isAll(tokens: readonly string[], set: ReadonlySet<string>): boolean {
  return tokens.length > 0 && tokens.every((token) => set.has(foldText(token).replaceAll('.', '')));
}

function isParticle(word: string): boolean {
  // "v." is a particle, "V." an initial.
  return word === 'v.' || particles.has(foldText(word));
}

function withoutTitles(tokens: readonly string[]): { words: string[]; titled: boolean } {
  let from = tokens[0] !== undefined && foldText(tokens[0]) === 'de' && foldText(tokens[1] ?? '') === 'heer' ? 2 : 0;
  while (from < tokens.length - 1 && salutations.has(foldText(tokens[from] ?? '').replace(/\.$/, ''))) from++;
  let until = tokens.length;
  while (until > from + 1 && isAll(tokens.slice(until - 1, until), suffixes)) until--;
  return { words: tokens.slice(from, until), titled: from > 0 };
}

type Parts = Omit<ImportedName, 'full'>;

function startsFamily(token: string, index: number): boolean {
  if (index === 0) return leading.has(foldText(token));
  // "Jansen-de Vries" begins where the particle hangs on.
  const hung = token.lastIndexOf('-');
  return isParticle(token) || (hung > 0 && isParticle(token.slice(hung + 1)));
}

function inOrder(tokens: readonly string[], titled: boolean): Parts {
  const only = tokens[0];
  if (tokens.length === 1 && only !== undefined) {
    return titled
      ? { firstName: null, particle: null, lastName: only }
      : { firstName: only, particle: null, lastName: null };
  }
  const at = tokens.findIndex((token, index) => startsFamily(token, index) && index < tokens.length - 1);
  const split = at === -1 ? tokens.length - 1 : at;
  return { firstName: tokens.slice(0, split).join(' ') || null, ...turnedFamily(tokens.slice(split)) };
}

/** "Berg, Marieke van den": the particle may stand behind the first name or before the family name. */
function turned(family: readonly string[], given: readonly string[]): Parts {
  const titleless = withoutTitles(given).words;
  let at = titleless.length;
  while (at > 0 && isParticle(titleless[at - 1] ?? '')) at--;
  const behind = titleless.slice(at).join(' ');
  const own = turnedFamily(family);
  return {
    firstName: titleless.slice(0, at).join(' ') || null,
    particle: [behind, own.particle ?? ''].filter((part) => part !== '').join(' ') || null,
    lastName: own.lastName,
  };
}

/** Particles at either end of a family name: "van den Berg", "Berg van den", "Berg, van den". */
function turnedFamily(tokens: readonly string[]): Pick<Parts, 'particle' | 'lastName'> {
  const plain = tokens.map((token) => token.replace(/,$/, ''));
  let from = 0;
  while (from < plain.length - 1 && isParticle(plain[from] ?? '')) from++;
  let until = plain.length;
  if (from === 0) while (until > 1 && isParticle(plain[until - 1] ?? '')) until--;
  const particle = [...plain.slice(0, from), ...plain.slice(until)].join(' ');
  return { particle: particle || null, lastName: plain.slice(from, until).join(' ') || null };
}
