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
      const ask = (similar: boolean) =>
        Promise.all([
          searchText(tx, ['organisation'], folded, most.organisations, similar),
          folded.length < 3 ? [] : searchText(tx, ['moment', 'event'], folded, notesRead, similar),
        ]);
      const [persons, exact] = await Promise.all([searchPersonIds(tx, folded, most.persons), ask(false)]);
      // A typing error only where nothing is as typed: who looks for a name that is there wants no note that looks like it.
      const nothing = exact.every((hits) => hits.length === 0) && (persons.ids.length === 0 || persons.typing);
      const [organisations, notes] = nothing && folded.length > 2 ? await ask(true) : exact;
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
        typing: nothing && persons.ids.length + organisations.length + notes.length > 0,
      };
    },
    { readOnly: true },
  );
}
