import { searchText } from '#core/person/search-text';
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
  /** Words of the text that a typing error or a part of a word is looked up among, and are not there. */
  wordsMissing: readonly string[];
};

/** That the person is found by what they are called now. */
export function verifyPerson(person: StoredPerson): Difference[] {
  return [
    ...differenceOf(
      'person_search.folded_text',
      person.id,
      person.searchText,
      searchText(person, person.organisations),
    ),
    ...person.wordsMissing.flatMap((word) => differenceOf('search_word.word', person.id, null, word)),
  ];
}
