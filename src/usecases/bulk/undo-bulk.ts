import { type CounterRow, contributions } from '#core/counter/contribution';
import { counterDelta } from '#core/counter/counter-delta';
import { dayIn } from '#core/day/day';
import { isOutOfRanking } from '#core/privacy/on-hold';
import { insertMany, knowColumns } from '#db/bulk';
import { goOnWithBulkRun, lockBulkRun, updateOpportunities } from '#db/bulk-run';
import { type ChangeImage, lockChange, markAllUndone, recordsOfChange } from '#db/change';
import { addToCounters } from '#db/counter';
import { type NewEvent, voidEventsOf } from '#db/event';
import { restoreImportantDay } from '#db/important-day';
import { momentsOfMany, personsOfMany } from '#db/many-opportunities';
import { toMomentFacts } from '#db/moment';
import { lockOpportunities, type OpportunityRow, restoreOpportunityRows, toFacts } from '#db/opportunity';
import { lockPersons, restorePersonRow } from '#db/person';
import type { Tx } from '#db/transaction';
import { loadWorkspace } from '#db/workspace';
import type { Context } from '../context.ts';
import { averageNow } from '../engine/average-now.ts';
import { eventAbout } from '../opportunity/write-change.ts';

/**
 * Takes an act on many back as a whole, newest batch first, in one transaction. What was worked on since stays as it is and is counted, as
 * with an import (definition 16): one log of today should not keep a thousand from coming back.
 */
export async function undoBulk(
  tx: Tx,
  context: Context,
  runId: string,
): Promise<{ opportunityIds: string[]; kept: number }> {
  const run = await lockBulkRun(tx, runId);
  const opportunityIds: string[] = [];
  let kept = 0;
  for (const partId of (run?.change_ids ?? []).toReversed()) {
    const part = await undoPart(tx, context, partId);
    opportunityIds.push(...part.undone);
    kept += part.kept;
  }
  if (run) {
    await markAllUndone(tx, run.change_ids, context.now());
    // What had no turn yet, has none any more.
    const { done, refused, change_ids: changeIds } = run;
    await goOnWithBulkRun(tx, runId, { position: run.opportunity_ids.length, done, refused, changeIds });
  }
  return { opportunityIds, kept };
}

async function undoPart(tx: Tx, context: Context, partId: string): Promise<{ undone: string[]; kept: number }> {
  const change = await lockChange(tx, partId);
  if (!change) return { undone: [], kept: 0 };
  const image = change.image as ChangeImage;
  const [records, workspace] = await Promise.all([recordsOfChange(tx, partId), loadWorkspace(tx), knowColumns(tx)]);
  const left = new Map(records.map((record) => [record.id, record.version]));
  const about = records.filter((record) => record.type === 'opportunity').map((record) => record.id);
  const rows = await lockOpportunities(tx, about);
  const present = rows.filter((row) => left.get(row.id) === row.version);
  const ids = present.map((row) => row.id);
  const wanted = new Set(ids);
  const images = image.opportunities.filter((row) => wanted.has(String(row['id'])));
  const [moments, objecting] = await Promise.all([momentsOfMany(tx, ids), objectingNow(tx, present)]);
  await restoreOpportunityRows(tx, images);
  const unchanged = (
    await lockPersons(
      tx,
      image.persons.map((row) => String(row['id'])),
    )
  ).filter((row) => left.get(row.id) === row.version);
  const same = new Set(unchanged.map((row) => row.id));
  for (const before of image.persons) if (same.has(String(before['id']))) await restorePersonRow(tx, before);
  for (const day of image.relationship?.days ?? [])
    if (same.has(String(day['person_id']))) await restoreImportantDay(tx, day);
  const restored = new Map((await lockOpportunities(tx, ids)).map((row) => [row.id, toFacts(row)]));
  const today = dayIn(context.now(), workspace.time_zone);
  const delta: CounterRow[] = [];
  const events: NewEvent[] = [];
  for (const row of present) {
    const after = restored.get(row.id);
    if (!after) continue;
    // An objection since then stays one; and who is open is not put back to work (definition 20): such a row has a newer version anyhow.
    after.objected = row.person_id === null ? after.objected : objecting.has(row.person_id);
    const history = (moments.get(row.id) ?? []).map(toMomentFacts);
    delta.push(...counterDelta(contributions(toFacts(row), history), contributions(after, history)));
    events.push(eventAbout(context, after, { kind: 'undone', happened_on: today }));
  }
  await updateOpportunities(tx, [...restored.values()], averageNow(workspace));
  await voidEventsOf(tx, image.made.events, ids, context.now());
  await Promise.all([addToCounters(tx, counterDelta([], delta)), insertMany(tx, 'event', events)]);
  return { undone: ids, kept: about.length - ids.length };
}

async function objectingNow(tx: Tx, rows: readonly OpportunityRow[]): Promise<Set<string>> {
  const persons = await personsOfMany(
    tx,
    rows.flatMap((row) => row.person_id ?? []),
  );
  return new Set([...persons.values()].filter(isOutOfRanking).map((person) => person.id));
}
