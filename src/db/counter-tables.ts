import type { Generated } from 'kysely';
import type { Day } from '#core/day/day';
import type { Channel, Warmth } from '#core/opportunity/vocabulary';

/** The counters, which carry the Mirror and the engine (docs/decisions/0006). */

export type EndKind = 'won' | 'own_stop' | 'refused';

export interface CounterTotalTable {
  workspace_id: string;
  assignee_id: string;
  source: string;
  kind: EndKind | 'revived' | 'revived_won';
  number: number;
  conversations: number;
  count: number;
  value: number;
}

export interface CounterDayTable {
  workspace_id: string;
  on_day: Day;
  assignee_id: string;
  source: string;
  kind: EndKind;
  number: number;
  conversations: number;
  count: number;
  value: number;
}

export interface CounterIndexTable {
  workspace_id: string;
  member_id: string;
  number: number;
  warmth_before: Warmth;
  warmth_after: Warmth;
  tried: number;
  sold: number;
  refused: number;
}

export interface CounterPendingTable {
  workspace_id: string;
  until_on: Day;
  member_id: string;
  number: number;
  warmth_before: Warmth;
  warmth_after: Warmth;
  count: number;
}

export interface CounterMissedTable {
  workspace_id: string;
  assignee_id: string;
  held: number;
  warmth: Warmth;
  count: number;
  value: number;
  without_value: number;
}

export interface CounterMinutesTable {
  workspace_id: string;
  member_id: string;
  channel: Channel;
  count: number;
  minutes: number;
}

/** The heads of the board's columns: open opportunities. */
export interface CounterBoardTable {
  workspace_id: string;
  assignee_id: string;
  number: number;
  stage: string;
  count: number;
  value: number;
  without_value: number;
}

export interface CounterProspectingTable {
  workspace_id: string;
  member_id: string;
  count: number;
  minutes: number;
  found: number;
}

export interface ProspectingTable {
  workspace_id: string;
  id: string;
  member_id: string;
  started_at: Date;
  ended_at: Date | null;
  minutes: number | null;
  found: number | null;
  capped: Generated<boolean>;
  version: Generated<number>;
  created_at: Generated<Date>;
}
