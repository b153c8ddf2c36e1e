import { searchText } from '#core/person/search-text';
import { settleTexts } from '#db/bulk';
import { searchFactsOf, updateImport } from '#db/import';
import { followTexts, lockDueWords, madeByImport, type MadeByImport } from '#db/import-words';
import { lockForSearch, makePersonSearch } from '#db/person';
import { inWorkspace, type Tx } from '#db/transaction';
import type { Context } from '../context.ts';

/** From so many rows on an import leaves its words for after the commit: with fewer nobody notices them. */
export const wordsLaterFrom = 2000;
/** So many rows in one transaction: who changes one of them waits some hundredths of a second at most. */
const atOnce = 1000;

const takeIn: Readonly<Record<MadeByImport, (tx: Tx, ids: readonly string[]) => Promise<void>>> = {
  person: async (tx, ids) => {
    await lockForSearch(tx, ids);
    const facts = await searchFactsOf(tx, ids);
    await makePersonSearch(
      tx,
      facts.map((person) => ({ id: person.id, text: searchText(person, person.organisations) })),
    );
  },
  organisation: (tx, ids) => followTexts(tx, 'organisation', ids),
  opportunity: (tx, ids) => followTexts(tx, 'event', ids),
};

/**
 * Takes in what a long import is found by, after its commit: persons first. Idempotent; stopped or killed half-way, it is begun anew by the job
 * that looks for imports of which it is still due. An import that is undone meanwhile is left.
 */
export async function wordsFollow(
  { databases, actor, now }: Pick<Context, 'databases' | 'now'> & { actor: Pick<Context['actor'], 'workspaceId'> },
  importId: string,
  stopping?: AbortSignal,
): Promise<void> {
  const inTurn = <T>(work: (tx: Tx) => Promise<T>): Promise<T> => inWorkspace(databases, actor.workspaceId, work);
  for (const kind of ['person', 'organisation', 'opportunity'] as const) {
    const ids = await inTurn((tx) => madeByImport(tx, kind, importId));
    for (let from = 0; from < ids.length; from += atOnce) {
      if (stopping?.aborted) return;
      const goesOn = await inTurn(async (tx) => {
        if (!(await lockDueWords(tx, importId))) return false;
        await takeIn[kind](tx, ids.slice(from, from + atOnce));
        return true;
      });
      if (!goesOn) return;
      await inTurn((tx) => updateImport(tx, importId, { beat_at: now() }));
    }
  }
  await inTurn(settleTexts);
  await inTurn((tx) => updateImport(tx, importId, { words_due: false }));
}
