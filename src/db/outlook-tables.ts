import type { Generated } from 'kysely';
import type { Day } from '#core/day/day';
import type { Every, NeedKind } from '#core/outlook/need';

/** The rows of src/db/migrations/0005-outlook.sql, as tables.ts has the others. */
export interface NeedTable {
  workspace_id: string;
  id: string;
  kind: NeedKind;
  name: string;
  amount: number;
  every: Every;
  from_on: Day;
  until_on: Day | null;
  version: Generated<number>;
  created_at: Generated<Date>;
}

export interface ContractTable {
  workspace_id: string;
  id: string;
  customer: string;
  amount: number;
  from_on: Day;
  until_on: Day | null;
  renews: Generated<boolean>;
  notice_months: Generated<number>;
  version: Generated<number>;
  created_at: Generated<Date>;
}
