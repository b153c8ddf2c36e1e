import type { Planning } from '#core/opportunity/create-opportunity';
import type { Inbound, MomentFacts, OpportunityFacts } from '#core/opportunity/facts';
import { AppError } from '#contract/app-error';
import { inboundsOf, type MomentRow, momentsOf, toMomentFacts } from '#db/moment';
import { lockOpportunity, type OpportunityRow, toFacts } from '#db/opportunity';
import { findPersonWithIntents, type PersonRow } from '#db/person';
import type { Tx } from '#db/transaction';
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

/** Throws `not_found`, or `version_conflict` when the caller read another version. */
export async function loadOpportunity(tx: Tx, id: string, now: Date, version?: number): Promise<LoadedOpportunity> {
  // Its history is read after it is locked, but sent along.
  const [row, history] = await Promise.all([lockOpportunity(tx, id), historyOf(tx, id)]);
  if (!row) throw new AppError('not_found', { at: 'opportunity' });
  if (version !== undefined && version !== row.version)
    throw new AppError('version_conflict', { facts: { version: row.version } });
  return withHistory(tx, row, now, history);
}

type History = Pick<LoadedOpportunity, 'momentRows' | 'inbounds'>;

async function historyOf(tx: Tx, id: string): Promise<History> {
  const [momentRows, inbounds] = await Promise.all([momentsOf(tx, id), inboundsOf(tx, id)]);
  return { momentRows, inbounds };
}

export async function withHistory(tx: Tx, row: OpportunityRow, now: Date, known?: History): Promise<LoadedOpportunity> {
  const [{ momentRows, inbounds }, found, surroundings] = await Promise.all([
    known ?? historyOf(tx, row.id),
    row.person_id ? findPersonWithIntents(tx, row.person_id) : undefined,
    loadSurroundings(tx, row.assignee_id, now),
  ]);
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
