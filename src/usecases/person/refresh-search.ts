import { searchText } from '#core/person/search-text';
import { searchFactsOf } from '#db/import';
import { writePersonSearch } from '#db/person';
import type { Tx } from '#db/transaction';

/** After any change of a name, an address or an organisation: what these persons are found by, from the rows as they are now. */
export async function refreshSearch(tx: Tx, personIds: readonly string[]): Promise<void> {
  const facts = await searchFactsOf(tx, personIds);
  await writePersonSearch(
    tx,
    facts.map((person) => ({ id: person.id, text: searchText(person, person.organisations) })),
  );
}
