import type { Generated } from 'kysely';

/** The rows of src/db/migrations/0019-mailbox.sql, as tables.ts has the others. */
export interface SealedSecretTable {
  workspace_id: string;
  id: string;
  member_id: string;
  key_id: string;
  sealed: Buffer;
  created_at: Generated<Date>;
}
