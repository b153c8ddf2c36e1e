import { searchText } from '#core/person/search-text';
import { occurrenceIn } from '#core/relationship/important-day';
import { daysOfWeeks, rhythmOf } from '#core/relationship/keep-in-touch';
import { type Difference, differenceOf } from './difference.ts';

export type StoredPerson = {
  id: string;
  name: string;
  email: string | null;
  phone: string | null;
  /** Names, first made first. */
  organisations: readonly string[];
  /** Null: there is no row. */
  searchText: string | null;
  /** What it is found by is still to be taken in, after the import that brought this person. */
  wordsDue: boolean;
  /** Words of the text that a typing error or a part of a word is looked up among, and are not there. */
  wordsMissing: readonly string[];
  /** What counts for permission, as it stands and as the consents give it. */
  proofs: string;
  proofsGiven: string;
  /** Where the rhythm of keeping in touch comes from, and the days it has. */
  care: { from: 'person' | 'tag' | null; everyDays: number | null };
  /** Weeks that the person's tags ask for. */
  tagWeeks: readonly number[];
  days: readonly { id: string; month: number; day: number; nextOn: string | null }[];
};

/**
 * That the person is found by what they are called now, that what they allowed stands as they did, and that they are kept in touch with as their
 * tags say, on days of theirs.
 */
export function verifyPerson(person: StoredPerson): Difference[] {
  return [
    ...(person.wordsDue && person.searchText === null
      ? []
      : differenceOf(
          'person_search.folded_text',
          person.id,
          person.searchText,
          searchText(person, person.organisations),
        )),
    ...differenceOf('person.proofs', person.id, person.proofs, person.proofsGiven),
    ...(person.care.from === 'tag'
      ? differenceOf(
          'person.care_every_days',
          person.id,
          person.care.everyDays,
          rhythmOf(null, person.tagWeeks.map(daysOfWeeks))?.everyDays ?? null,
        )
      : []),
    ...person.days.flatMap(({ id, nextOn, ...day }) =>
      nextOn === null
        ? []
        : differenceOf('important_day.next_on', id, nextOn, occurrenceIn(Number(nextOn.slice(0, 4)), day)),
    ),
    ...person.wordsMissing.flatMap((word) => differenceOf('search_word.word', person.id, null, word)),
  ];
}
