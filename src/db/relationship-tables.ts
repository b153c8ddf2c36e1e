import type { Generated, GeneratedAlways } from 'kysely';
import type { Day } from '#core/day/day';
import type { AddressForm as Form } from '#core/relationship/address-form';
import type { DayKind } from '#core/relationship/important-day';

/** The rows of src/db/migrations/0013-relationship.sql, as tables.ts has the others. */
export type AddressForm = Form;

export interface ImportantDayTable {
  workspace_id: string;
  id: string;
  person_id: string;
  member_id: string;
  kind: DayKind;
  name: Generated<string>;
  month: number;
  day: number;
  year: number | null;
  every_year: Generated<boolean>;
  lead_days: Generated<number>;
  next_on: Day | null;
  show_on: GeneratedAlways<Day | null>;
  import_id: string | null;
  version: Generated<number>;
  created_at: Generated<Date>;
}

export interface TagTable {
  workspace_id: string;
  id: string;
  name: string;
  name_key: string;
  every_weeks: number | null;
  version: Generated<number>;
  created_at: Generated<Date>;
}

export interface PersonTagTable {
  workspace_id: string;
  person_id: string;
  tag_id: string;
}

export interface ConnectionTable {
  workspace_id: string;
  id: string;
  person_id: string;
  other_id: string;
  kind: 'introduced' | 'knows';
  note: string | null;
  created_at: Generated<Date>;
}
