import { contributions, type CounterRow } from '#core/counter/contribution';
import { addTo } from '#core/counter/counter-delta';
import { prospectingContribution } from '#core/prospecting/prospecting';
import type { Difference } from '#core/verify/difference';
import { verifyOpportunity } from '#core/verify/verify-opportunity';
import { beforeAll, opportunityPage } from '#db/history-page';
import { allProspecting, toProspectingFacts } from '#db/prospecting';
import type { Tx } from '#db/transaction';
import type { WorkspaceRow } from '#db/workspace';
import { rankedWith } from '../engine/average-now.ts';

export type Recounted = {
  /** What all counters come to by history. */
  sums: ReadonlyMap<string, CounterRow>;
  opportunities: number;
  moments: number;
};

const pageRows = 2000;

/**
 * Computes all counters of a workspace again from history, and of each opportunity what differs: a page in memory, and one row for each
 * counter. For `verify`, and for an export that comes back without its counters.
 */
export async function recountWorkspace(
  tx: Tx,
  workspace: WorkspaceRow,
  listener: { found(difference: Difference): void; done(count: number): void },
): Promise<Recounted> {
  const sums = new Map<string, CounterRow>();
  const count = { opportunities: 0, moments: 0 };
  for (let last = beforeAll; ;) {
    const page = await opportunityPage(tx, last, pageRows);
    for (const stored of page) {
      const { differences, recounted } = verifyOpportunity(stored, rankedWith(workspace, stored.facts.id));
      for (const difference of differences) listener.found(difference);
      addTo(sums, contributions(recounted.opportunity, recounted.moments));
      count.moments += stored.moments.length;
    }
    count.opportunities += page.length;
    listener.done(page.length);
    if (page.length < pageRows) break;
    last = page.at(-1)?.facts.id ?? last;
  }
  for (const row of await allProspecting(tx)) addTo(sums, prospectingContribution(toProspectingFacts(row)));
  return { sums, ...count };
}
