import type { ColumnType, Generated } from 'kysely';

/** The rows of src/db/migrations/0021-calendar.sql, as tables.ts has the others. */
export interface AppointmentTable {
  workspace_id: string;
  id: string;
  opportunity_id: string;
  person_id: string | null;
  member_id: string;
  held: number;
  starts_at: Date;
  minutes: number;
  channel: string;
  state: Generated<'planned' | 'held' | 'cancelled'>;
  sequence: Generated<number>;
  invited: string | null;
  invited_sequence: number | null;
  answer: 'accepted' | 'declined' | 'tentative' | null;
  answered_at: Date | null;
  changed_at: Generated<Date>;
  created_at: Generated<Date>;
}

export interface CalendarConnectionTable {
  workspace_id: string;
  id: string;
  member_id: string;
  kind: 'caldav' | 'ics';
  address: string;
  user_name: string | null;
  calendars: ColumnType<string[], string | undefined, string>;
  day_starts_at: Generated<number>;
  day_ends_at: Generated<number>;
  step: 'name' | 'connect' | 'sign_in' | 'calendars' | 'events' | null;
  error: string | null;
  failures: Generated<number>;
  read_at: Date | null;
  next_at: Generated<Date>;
  left_out: Generated<number>;
  version: Generated<number>;
  created_at: Generated<Date>;
}

export interface CalendarEventTable {
  workspace_id: string;
  id: string;
  member_id: string;
  key: string;
  starts_at: Date;
  ends_at: Date;
  busy: boolean;
  all_day: boolean;
  person_id: string | null;
  title: string | null;
  settled_at: Date | null;
}
