const names: readonly (readonly string[])[] = [
  ['januari', 'january', 'jan'],
  ['februari', 'february', 'feb', 'febr'],
  ['maart', 'march', 'mrt', 'mar', 'maa'],
  ['april', 'apr'],
  ['mei', 'may'],
  ['juni', 'june', 'jun'],
  ['juli', 'july', 'jul'],
  ['augustus', 'august', 'aug'],
  ['september', 'sept', 'sep'],
  ['oktober', 'october', 'okt', 'oct'],
  ['november', 'nov'],
  ['december', 'dec'],
];

const numberOfName: ReadonlyMap<string, number> = new Map(
  names.flatMap((spellings, at) => spellings.map((spelling): [string, number] => [spelling, at + 1])),
);

/** 1 to 12 for a folded Dutch or English month name, in full or short; undefined for any other word. */
export function monthNumber(word: string): number | undefined {
  return numberOfName.get(word);
}

/** All spellings, longest first, for use inside a regular expression. */
export const monthPattern = [...numberOfName.keys()].toSorted((a, b) => b.length - a.length).join('|');

/** Days of the week before a date, folded, Dutch and English; longest first. */
export const weekdayPattern =
  'maandag|dinsdag|woensdag|donderdag|vrijdag|zaterdag|zondag|monday|tuesday|wednesday|thursday|friday|saturday|sunday|' +
  'tues|thurs|mon|tue|wed|thu|fri|sat|sun|ma|di|wo|do|vr|za|zo';
