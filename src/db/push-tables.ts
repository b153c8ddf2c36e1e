import type { Generated } from 'kysely';
import type { Day } from '#core/day/day';

/** The rows of src/db/migrations/0015-push.sql, as tables.ts has the others. */
export interface PushDeviceTable {
  workspace_id: string;
  id: string;
  member_id: string;
  endpoint: string;
  p256dh: string;
  auth: string;
  name: string;
  last_sent_at: Date | null;
  created_at: Generated<Date>;
}

export interface PushChoiceTable {
  workspace_id: string;
  member_id: string;
  morning: Generated<boolean>;
  waiting: Generated<boolean>;
  names: Generated<boolean>;
  morning_at: Generated<number>;
  version: Generated<number>;
}

export interface PushSentTable {
  workspace_id: string;
  member_id: string;
  kind: 'morning' | 'waiting';
  happened_on: Day;
  created_at: Generated<Date>;
}
