import type { Generated } from 'kysely';

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
