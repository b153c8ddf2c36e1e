import { Type, type Static } from 'typebox';

/**
 * A backup is gzipped text: a header, then of each table a line that names it, its rows in the text format of PostgreSQL's COPY and a
 * line `\.`, and at the end how many rows there were, with the checksum of all before it (docs/decisions/0010).
 */
export const backupFormat = 1;

export const BackupHeader = Type.Object({
  aanhouder: Type.Literal('backup'),
  format: Type.Integer(),
  /** How many migrations the tables had seen. */
  schema: Type.Integer(),
  /** Of the program that made it. */
  version: Type.String(),
  madeAt: Type.String(),
});
export type BackupHeader = Static<typeof BackupHeader>;

/** A table has a section for each workspace. */
export const BackupSection = Type.Object({ table: Type.String(), columns: Type.Array(Type.String()) });
export type BackupSection = Static<typeof BackupSection>;

export const BackupEnd = Type.Object({ rows: Type.Record(Type.String(), Type.Integer()), sha256: Type.String() });
export type BackupEnd = Static<typeof BackupEnd>;

export const endOfRows = '\\.\n';
