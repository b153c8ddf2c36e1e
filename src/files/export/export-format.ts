import { Type, type Static } from 'typebox';

/**
 * An export is JSON Lines: a header with a count of each table, a record a line (`{"table":"person","id":…}`), and at the end the checksum of
 * all before it (docs/decisions/0010).
 */
export const exportFormat = 1;

export const ExportHeader = Type.Object({
  aanhouder: Type.Literal('export'),
  format: Type.Integer(),
  /** How many migrations the tables had seen. */
  schema: Type.Integer(),
  workspace: Type.String(),
  counts: Type.Record(Type.String(), Type.Integer()),
});
export type ExportHeader = Static<typeof ExportHeader>;

export const ExportEnd = Type.Object({ sha256: Type.String() });

/** With this every export begins, and nothing else that we read. */
export const exportBegins = '{"aanhouder":"export",';
