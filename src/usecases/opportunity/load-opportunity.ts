import type { Planning } from '#core/opportunity/create-opportunity';
import type { Inbound, MomentFacts, OpportunityFacts } from '#core/opportunity/facts';
import { AppError } from '#contract/app-error';
import { inboundsOf, type MomentRow, momentsOf, toMomentFacts } from '#db/moment';
import { lockOpportunity, type OpportunityRow, toFacts } from '#db/opportunity';
import { findPersonWithIntents, type PersonRow } from '#db/person';
import type { Tx } from '#db/transaction';
import type { Context } from '../context.ts';
import { loadSurroundings, planningFor, type Surroundings } from '../surroundings.ts';

/** An opportunity, locked, with all that the rules need to decide about it. */
export type LoadedOpportunity = {
  row: OpportunityRow;
  opportunity: OpportunityFacts;
  momentRows: MomentRow[];
  moments: MomentFacts[];
  inbounds: Inbound[];
  person: PersonRow | null;
  surroundings: Surroundings;
  planning: Planning;
};

/**
 * Throws `not_found`, or `version_conflict` when the caller read another version. All of it is read after it is locked, but sent along:
 * of the assignee too, who is mostly the one who asks.
 */
export async function loadOpportunity(
  tx: Tx,
  id: string,
  { actor, now: clock }: Pick<Context, 'actor' | 'now'>,
  version?: number,
): Promise<LoadedOpportunity> {
  const now = clock();
  const [row, history, own] = await Promise.all([
    lockOpportunity(tx, id),
    historyOf(tx, id),
    loadSurroundings(tx, actor.memberId, now),
  ]);
  if (!row) throw new AppError('not_found', { at: 'opportunity' });
  if (version !== undefined && version !== row.version)
    throw new AppError('version_conflict', { facts: { version: row.version } });
  const surroundings = row.assignee_id === actor.memberId ? own : await loadSurroundings(tx, row.assignee_id, now);
  return loadedOf(row, history, surroundings);
}

type History = Pick<LoadedOpportunity, 'momentRows' | 'inbounds'> & {
  found: Awaited<ReturnType<typeof findPersonWithIntents>>;
};

async function historyOf(tx: Tx, id: string): Promise<History> {
  const [momentRows, inbounds, found] = await Promise.all([
    momentsOf(tx, id),
    inboundsOf(tx, id),
    findPersonWithIntents(tx, id),
  ]);
  return { momentRows, inbounds, found };
}

export async function withHistory(tx: Tx, row: OpportunityRow, now: Date): Promise<LoadedOpportunity> {
  const [history, surroundings] = await Promise.all([
    historyOf(tx, row.id),
    loadSurroundings(tx, row.assignee_id, now),
  ]);
  return loadedOf(row, history, surroundings);
}

function loadedOf(
  row: OpportunityRow,
  { momentRows, inbounds, found }: History,
  surroundings: Surroundings,
): LoadedOpportunity {
  const person = found?.person ?? null;
  return {
    row,
    opportunity: toFacts(row),
    momentRows,
    moments: momentRows.map(toMomentFacts),
    inbounds,
    person,
    surroundings,
    planning: { ...planningFor(surroundings, person), lastIntents: found?.lastIntents ?? [] },
  };
}
