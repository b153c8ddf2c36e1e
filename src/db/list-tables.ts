import type { ColumnType, Generated } from 'kysely';
import type { BulkAct } from '#core/bulk/bulk-act';

/** What lists, acts on many and duplicates keep (0017-board.sql). */

type Json<T> = ColumnType<T, string, string>;
type JsonWithDefault<T> = ColumnType<T, string | undefined, string>;

export interface SavedViewTable {
  workspace_id: string;
  id: string;
  member_id: string;
  name: string;
  shared: Generated<boolean>;
  query: Json<Record<string, string>>;
  version: Generated<number>;
  created_at: Generated<Date>;
}

export interface BulkRunTable {
  workspace_id: string;
  id: string;
  member_id: string;
  act: Json<BulkAct | { kind: 'export' }>;
  opportunity_ids: string[];
  position: Generated<number>;
  done: Generated<number>;
  refused: JsonWithDefault<Record<string, number>>;
  change_ids: Generated<string[]>;
  created_at: Generated<Date>;
}

export interface NotDuplicateTable {
  workspace_id: string;
  first_id: string;
  second_id: string;
  created_at: Generated<Date>;
}

export interface CustomValueTable {
  workspace_id: string;
  record_id: string;
  field: string;
  words: string | null;
  number: number | null;
}
