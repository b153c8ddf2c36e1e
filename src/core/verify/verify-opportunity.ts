import type { Inbound, MomentFacts, OpportunityFacts } from '#core/opportunity/facts';
import { rankValue } from '#core/opportunity/rank-value';
import { recount } from '#core/opportunity/recount';
import { type Difference, differenceOf } from './difference.ts';
import { stateOfEvents, type StateEvent } from './state-of-events.ts';

/** An opportunity as it is stored, with all the history that decides what is derived of it. */
export type StoredOpportunity = {
  facts: OpportunityFacts;
  bucket: number;
  rankValue: number;
  /** How many of the columns that every next moment has are filled, and how many of all its columns. */
  nextColumns: { needed: number; filled: number };
  /** Those that count. */
  moments: readonly MomentFacts[];
  /** Moments that were taken back and have a number all the same. */
  voidWithNumber: readonly string[];
  inbounds: readonly Inbound[];
  events: readonly StateEvent[];
  /** Whether the person is out of ranking: objected, restricted or erased. Null: there never was a person. */
  personObjected: boolean | null;
};

/** Columns of a next moment that are never empty: day, channel, intent, purpose (0001-house.sql, open_has_next). */
const neededNextColumns = 4;
/** A rank of an import was computed in decimals by the database: the last bits of a double say nothing. */
const sameRank = (a: number, b: number): boolean => Math.abs(a - b) <= 1e-9 * Math.max(Math.abs(a), Math.abs(b));

/**
 * Everything derived of one opportunity, against its history (product.md, definitions 1, 2, 5, 8, 13, 15 and rule 1 of section 5).
 * `recounted` is what its counters follow from.
 * `averageValue` null: it is being ranked anew at this moment.
 *
 * `last_words` is not here: it is what was newest when it was written, and a correction of an older note may leave it.
 */
export function verifyOpportunity(
  stored: StoredOpportunity,
  averageValue: number | null,
): { differences: Difference[]; recounted: { opportunity: OpportunityFacts; moments: MomentFacts[] } } {
  const { facts } = stored;
  const recounted = recount(facts, stored.moments, stored.inbounds);
  const history = recounted.opportunity;
  const rank = averageValue === null ? stored.rankValue : rankValue(facts.value, history.held, averageValue);
  const of = (field: string, has: Difference['stored'], should: Difference['stored']) =>
    differenceOf(`opportunity.${field}`, facts.id, has, should);
  const differences = [
    ...of('opening_held', facts.openingHeld, history.openingHeld),
    ...of('held', facts.held, history.held),
    ...of('conversations', facts.conversations, history.conversations),
    ...of('bucket', stored.bucket, Math.min(history.held, 12)),
    ...of('warmth', facts.warmth, history.warmth),
    ...of('last_on', facts.last?.on ?? null, history.last?.on ?? null),
    ...of('last_channel', facts.last?.channel ?? null, history.last?.channel ?? null),
    ...of('last_outcome', facts.last?.outcome ?? null, history.last?.outcome ?? null),
    ...(sameRank(stored.rankValue, rank) ? [] : of('rank_value', stored.rankValue, rank)),
    ...of('revived', facts.revived, stored.events.filter((event) => event.kind === 'revived').length),
    ...of('objected', facts.objected, objectedOf(stored)),
    ...verifyState(stored),
    ...verifyMoments(stored.moments, recounted.moments),
    ...stored.voidWithNumber.flatMap((id) => differenceOf('moment.number', id, 'a number, though taken back', null)),
  ];
  return { differences, recounted };
}

/** An objection is the person's; without a person it is what was said in this opportunity (definitions 2 and 20). */
function objectedOf({ personObjected, moments }: StoredOpportunity): boolean {
  return personObjected ?? moments.some((moment) => moment.outcome === 'do_not_contact');
}

/** State and stop follow from the events, and open ⇔ a next moment exists. */
function verifyState({ facts, events, nextColumns }: StoredOpportunity): Difference[] {
  const said = stateOfEvents(events);
  const open = facts.state === 'open';
  const whole = open ? nextColumns.needed === neededNextColumns : nextColumns.filled === 0;
  return [
    ...(said ? differenceOf('opportunity.state', facts.id, facts.state, said.state) : []),
    ...(said ? differenceOf('opportunity.stop_kind', facts.id, facts.stop?.kind ?? null, said.stopKind) : []),
    ...differenceOf(
      'opportunity.next',
      facts.id,
      whole ? '' : `${nextColumns.filled} columns of it, ${facts.state}`,
      '',
    ),
  ];
}

/** Numbers run on from the imported history without a gap, in the order of the days; warmth before is what the ones before made it. */
function verifyMoments(stored: readonly MomentFacts[], recounted: readonly MomentFacts[]): Difference[] {
  const has = new Map(stored.map((moment) => [moment.id, moment]));
  return recounted.flatMap((moment) => {
    const present = has.get(moment.id);
    if (!present) return [];
    return [
      ...differenceOf('moment.number', moment.id, present.number, moment.number),
      ...differenceOf('moment.warmth_before', moment.id, present.warmthBefore, moment.warmthBefore),
    ];
  });
}
