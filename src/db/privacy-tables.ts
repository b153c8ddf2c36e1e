import type { ColumnType, Generated } from 'kysely';
import type { Day } from '#core/day/day';
import type { HeldPlan } from '#core/privacy/on-hold';
import type { RequestKind, RequestState, RequestWay, RightsAct } from '#core/privacy/vocabulary';

/** The rows of src/db/migrations/0014-rights.sql, as tables.ts has the others. */
type Json<T> = ColumnType<T, string, string>;

/** What waits for the end of a restriction: an opportunity's plan, or a person's care. */
export type Held = HeldPlan | { careOn: string; careChannel: string; careMemberId?: string | null };

export interface PrivacyTable {
  workspace_id: string;
  suppression_key: Generated<string>;
  retention_months: Generated<number>;
  contact: string | null;
  looked_on: Day | null;
  version: Generated<number>;
}

export interface SuppressionTable {
  workspace_id: string;
  id: string;
  subject_id: string;
  kind: 'email' | 'phone';
  hash: string;
  objected_on: Day;
  created_at: Generated<Date>;
}

export interface HoldTable {
  workspace_id: string;
  id: string;
  person_id: string;
  before: Json<Held>;
}

export interface ErasureTable {
  workspace_id: string;
  id: string;
  erased_on: Day;
  objected_on: Day | null;
}

export interface RightsRequestTable {
  workspace_id: string;
  id: string;
  person_id: string | null;
  who: string | null;
  kind: RequestKind;
  received_on: Day;
  received_by: RequestWay;
  due_on: Day;
  extended_on: Day | null;
  extension_reason: string | null;
  state: Generated<RequestState>;
  closed_on: Day | null;
  answer: string | null;
  member_id: string;
  version: Generated<number>;
  created_at: Generated<Date>;
}

export interface ClearingTable {
  workspace_id: string;
  id: string;
  last_on: Day;
  proposed_on: Day;
  state: Generated<'proposed' | 'kept'>;
  reason: string | null;
  kept_until: Day | null;
}

export interface RightsLogTable {
  workspace_id: string;
  id: string;
  kind: RightsAct;
  person_id: string | null;
  request_id: string | null;
  member_id: string | null;
  reason: string | null;
  created_at: Generated<Date>;
}
