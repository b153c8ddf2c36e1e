import { type Difference, differenceOf } from '#core/verify/difference';
import { verifyAverageSale } from '#core/verify/verify-average-sale';
import { verifyCounters } from '#core/verify/verify-counters';
import { verifyPerson } from '#core/verify/verify-person';
import type { Databases } from '#db/connect';
import { counterRows } from '#db/counter-rows';
import { astray } from '#db/follow-check';
import { beforeAll, personPage } from '#db/history-page';
import { changedSince, newestSales } from '#db/average-sale';
import { inWorkspace, type Tx } from '#db/transaction';
import { loadWorkspace, type WorkspaceRow } from '#db/workspace';
import { averageNow } from '../engine/average-now.ts';
import { recountWorkspace } from './recount-workspace.ts';

/** How many records were looked at. */
export type Verified = { opportunities: number; moments: number; persons: number; counters: number };

export type Listener = {
  found(difference: Difference): void;
  /** So many more of these are done. */
  done(what: 'opportunities' | 'persons', count: number): void;
};

const pageRows = 2000;
/** What is written carries the time at which it began. */
const settledMs = 60_000;

/**
 * Computes every derived value of a workspace again from history and tells each difference. One picture of it, whatever others write
 * meanwhile; a page of it in memory, and one row for each counter.
 */
export async function verifyWorkspace(
  databases: Pick<Databases, 'app'>,
  workspaceId: string,
  listener: Listener,
): Promise<Verified> {
  const work = async (tx: Tx): Promise<Verified> => {
    const workspace = await loadWorkspace(tx);
    for (const difference of await verifyAverage(tx, workspace)) listener.found(difference);
    const { sums, opportunities, moments } = await recountWorkspace(tx, workspace, {
      found: listener.found,
      done: (count) => listener.done('opportunities', count),
    });
    const persons = await verifyPersons(tx, listener);
    const counters = verifyCounters(await counterRows(tx), sums);
    for (const difference of counters.differences) listener.found(difference);
    for (const { what, id } of await astray(tx))
      for (const one of differenceOf(what, id, 'something else', 'what its record says')) listener.found(one);
    return { opportunities, moments, persons, counters: counters.rows };
  };
  return inWorkspace(databases, workspaceId, work, { readOnly: true, isolation: 'repeatable read' });
}

/** Of sales that were changed since it was looked at nothing can be said until the next night. */
async function verifyAverage(tx: Tx, workspace: WorkspaceRow): Promise<Difference[]> {
  const { id, average_value: guess, learned_sales: counted, learned_at: at } = workspace;
  if (at === null || (await changedSince(tx, new Date(at.getTime() - settledMs)))) return [];
  return verifyAverageSale(id, { guess, average: averageNow(workspace), counted: counted ?? 0 }, await newestSales(tx));
}

async function verifyPersons(tx: Tx, listener: Listener): Promise<number> {
  let count = 0;
  let last = beforeAll;
  for (;;) {
    const page = await personPage(tx, last, pageRows);
    for (const person of page) for (const difference of verifyPerson(person)) listener.found(difference);
    count += page.length;
    listener.done('persons', page.length);
    if (page.length < pageRows) return count;
    last = page.at(-1)?.id ?? last;
  }
}
