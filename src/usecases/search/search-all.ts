import { excerptOf } from '#core/search/excerpt';
import { foldText } from '#core/import/fold-text';
import type { Found } from '#contract/search';
import { hitsOf } from '#db/person-hit';
import { searchPersonIds } from '#db/person-search';
import { notesOf, organisationNames, searchText } from '#db/text-search';
import { inWorkspace } from '#db/transaction';
import type { Context } from '../context.ts';

const most = { persons: 6, organisations: 4, notes: 6 } as const;
/** Read, to show the newest of: a common word is in more notes than anybody looks at. */
const notesRead = 60;

/** Persons, organisations and notes for the palette: what is as typed, and where nothing is, what is like it. */
export async function searchAll(context: Context, q: string): Promise<Found> {
  const folded = foldText(q);
  if (folded === '') return { persons: [], organisations: [], notes: [], typing: false };
  return inWorkspace(
    context.databases,
    context.actor.workspaceId,
    async (tx) => {
      const [persons, organisations, notes] = await Promise.all([
        searchPersonIds(tx, folded, most.persons),
        searchText(tx, ['organisation'], folded, most.organisations),
        folded.length < 3 ? [] : searchText(tx, ['moment', 'event'], folded, notesRead),
      ]);
      const [hits, named, written] = await Promise.all([
        hitsOf(tx, persons.ids),
        organisationNames(
          tx,
          organisations.map((hit) => hit.id),
        ),
        notesOf(tx, notes),
      ]);
      return {
        persons: hits,
        organisations: named,
        notes: written.slice(0, most.notes).map(({ note, ...hit }) => ({ ...hit, excerpt: excerptOf(note, folded) })),
        typing: persons.typing || [...organisations, ...notes].some((hit) => hit.typing),
      };
    },
    { readOnly: true },
  );
}
