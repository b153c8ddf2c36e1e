import { deleteConnections, restoreConnections } from './connection.ts';
import { deleteImportantDays, type ImportantDayRow, restoreImportantDay } from './important-day.ts';
import { markFiles } from './person-file.ts';
import { setTags } from './tag.ts';
import type { Tx } from './transaction.ts';

/** Of a change to what belongs to a person: rows as they were, and the ids of those that it made. */
export type RelationshipImage = {
  days: Record<string, unknown>[];
  connections: Record<string, unknown>[];
  madeDays: string[];
  madeConnections: string[];
  tags?: { personId: string; tagIds: string[] };
  /** Files that were taken away. */
  filesRemoved?: string[];
};

export function daysBefore(days: readonly ImportantDayRow[]): RelationshipImage {
  return { days: days.map((row) => ({ ...row })), connections: [], madeDays: [], madeConnections: [] };
}

export async function restoreRelationship(tx: Tx, image: RelationshipImage): Promise<void> {
  await deleteImportantDays(tx, image.madeDays);
  await deleteConnections(tx, image.madeConnections);
  for (const day of image.days) await restoreImportantDay(tx, day);
  await restoreConnections(tx, image.connections);
  await markFiles(tx, image.filesRemoved ?? [], null);
  if (image.tags) await setTags(tx, image.tags.personId, image.tags.tagIds);
}
