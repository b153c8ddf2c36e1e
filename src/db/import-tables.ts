import type { ColumnType, Generated } from 'kysely';

/** The rows of a list that was brought in, as tables.ts has the others. */

type Json<T> = ColumnType<T, string, string>;
type JsonWithDefault<T> = ColumnType<T, string | undefined, string>;

export interface ImportTable {
  workspace_id: string;
  id: string;
  member_id: string;
  file_name: string;
  file_hash: string;
  content: Buffer | null;
  kind: 'opportunities' | 'moments' | 'persons';
  recognised: Generated<string>;
  columns: JsonWithDefault<unknown>;
  choices: JsonWithDefault<unknown>;
  row_count: Generated<number>;
  status: 'uploaded' | 'checking' | 'checked' | 'committing' | 'committed' | 'failed' | 'undone';
  done_count: Generated<number>;
  counts: ColumnType<unknown, string | null | undefined, string | null>;
  rejected: JsonWithDefault<unknown>;
  history: JsonWithDefault<unknown>;
  currencies: JsonWithDefault<unknown>;
  failure: ColumnType<unknown, string | null | undefined, string | null>;
  kept_after_undo: Generated<number>;
  beat_at: Date | null;
  committed_at: Date | null;
  undone_at: Date | null;
  words_due: Generated<boolean>;
  created_at: Generated<Date>;
}

export interface ImportTouchedTable {
  workspace_id: string;
  import_id: string;
  person_id: string;
  before: Json<unknown>;
  version_after: number;
}

export interface ImportChangedTable {
  workspace_id: string;
  import_id: string;
  opportunity_id: string;
  before: Json<unknown>;
  version_after: number;
}
