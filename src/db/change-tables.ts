import type { ColumnType, Generated } from 'kysely';

/* What can be taken back, and answers kept for repeated requests: rows of src/db/migrations/0001-house.sql. */

/** Read parsed, written as JSON text (tables.ts). */
type Json<T> = ColumnType<T, string, string>;

export interface ChangeTable {
  workspace_id: string;
  id: string;
  member_id: string;
  kind: string;
  image: Json<unknown>;
  undone_at: Date | null;
  created_at: Generated<Date>;
}

export interface ChangeRecordTable {
  workspace_id: string;
  record_id: string;
  change_id: string;
  record_type: 'opportunity' | 'person' | 'promise' | 'organisation' | 'prospecting' | 'need' | 'contract' | 'tag';
  version_after: number;
}

export interface IdempotencyTable {
  workspace_id: string;
  member_id: string;
  key: string;
  request_hash: string;
  status: number | null;
  response: ColumnType<unknown, string | null | undefined, string | null>;
  created_at: Generated<Date>;
}
