import type { Day } from '#core/day/day';

/** The rows of src/db/migrations/0001-house.sql about who works here, as tables.ts has the others. */
export interface TeamTable {
  workspace_id: string;
  id: string;
  name: string;
}

export interface DayOffTable {
  workspace_id: string;
  id: string;
  member_id: string;
  from_on: Day;
  until_on: Day;
  note: string | null;
}
