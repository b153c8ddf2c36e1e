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
  /** What counts for permission, as it stands and as the consents give it. */
  proofs: string;
  proofsGiven: string;
};

/** That the person is found by what they are called now, and that what they allowed stands as they did. */
export function verifyPerson(person: StoredPerson): Difference[] {
  return [
    ...differenceOf(
      'person_search.folded_text',
      person.id,
      person.searchText,
      searchText(person, person.organisations),
    ),
    ...differenceOf('person.proofs', person.id, person.proofs, person.proofsGiven),
    ...person.wordsMissing.flatMap((word) => differenceOf('search_word.word', person.id, null, word)),
  ];
}
