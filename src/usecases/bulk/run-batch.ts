import { type BulkAct, type BulkRefusal, decideBulk } from '#core/bulk/bulk-act';
import { type CounterRow, contributions } from '#core/counter/contribution';
import { counterDelta } from '#core/counter/counter-delta';
import type { OpportunityFacts } from '#core/opportunity/facts';
import { insertMany, knowColumns } from '#db/bulk';
import { type BulkRunRow, goOnWithBulkRun, updateOpportunities } from '#db/bulk-run';
import { bulkDone, bulkPart, type ChangedRecord, emptyImage, insertChange } from '#db/change';
import { addToCounters } from '#db/counter';
import type { NewEvent } from '#db/event';
import { momentsOfMany, personsOfMany } from '#db/many-opportunities';
import { toMomentFacts } from '#db/moment';
import { lockOpportunities, type OpportunityRow, toFacts } from '#db/opportunity';
import { type PersonRow, updatePerson } from '#db/person';
import { handDaysOver, personsWithDaysOf } from '#db/important-day';
import { daysBefore } from '#db/relationship-image';
import type { Tx } from '#db/transaction';
import type { Context } from '../context.ts';
import { averageNow } from '../engine/average-now.ts';
import { eventAbout, recordChange } from '../opportunity/write-change.ts';
import { loadSurroundings, planningFor, type Surroundings } from '../surroundings.ts';

/** Rows a transaction: some tenths of a second, so that nobody who works on one of them waits long. */
const batchRows = 500;

type Changed = { row: OpportunityRow; before: OpportunityFacts; after: OpportunityFacts; event: NewEvent | null };

/**
 * The next batch of an act on many: each decided by the rules of the single act, all written together with their counters, events and one
 * change. Room that stops leave is filled by the nightly run (definition 11), not in between.
 */
export async function runBatch(tx: Tx, context: Context, run: BulkRunRow & { act: BulkAct }): Promise<BulkRunRow> {
  const ids = run.opportunity_ids.slice(run.position, run.position + batchRows);
  const rows = await lockOpportunities(tx, ids);
  const [moments, persons, around] = await Promise.all([
    momentsOfMany(tx, ids),
    personsOfMany(
      tx,
      rows.flatMap((row) => row.person_id ?? []),
    ),
    surroundingsOf(tx, context, rows),
  ]);
  const refused: Record<string, number> = { ...run.refused };
  const refuse = (code: BulkRefusal | 'not_found', count = 1) => {
    if (count > 0) refused[code] = (refused[code] ?? 0) + count;
  };
  refuse('not_found', ids.length - rows.length);
  const changed: Changed[] = [];
  const delta: CounterRow[] = [];
  for (const row of rows) {
    const surroundings = around.get(row.assignee_id);
    if (!surroundings) throw new Error('the assignee of a row under a bulk act is not there');
    const before = toFacts(row);
    const history = (moments.get(row.id) ?? []).map(toMomentFacts);
    const person = (row.person_id && persons.get(row.person_id)) || null;
    const planning = { ...planningFor(surroundings, person), neverDays: person?.never_days ?? [] };
    const decision = decideBulk(run.act, before, history, planning, person?.restricted_on != null);
    if (decision.kind === 'refused') {
      refuse(decision.code);
      continue;
    }
    const after = decision.opportunity;
    delta.push(...counterDelta(contributions(before, history), contributions(after, history)));
    changed.push({ row, before, after, event: eventOf(context, run.act, after, surroundings.today) });
  }
  const keepers = run.act.kind === 'assign' ? await keptBy(tx, changed, persons, run.act.assigneeId) : [];
  const partId = changed.length > 0 ? await write(tx, context, run, changed, delta, around, keepers) : null;
  const after = {
    position: run.position + ids.length,
    done: run.done + changed.length,
    refused,
    changeIds: partId ? [...run.change_ids, partId] : run.change_ids,
  };
  await goOnWithBulkRun(tx, run.id, after);
  return { ...run, position: after.position, done: after.done, refused, change_ids: after.changeIds };
}

/** Settings, day and calendar of each assignee among these, asked once. */
async function surroundingsOf(
  tx: Tx,
  context: Context,
  rows: readonly OpportunityRow[],
): Promise<Map<string, Surroundings>> {
  const ids = [...new Set(rows.map((row) => row.assignee_id))];
  return new Map(
    await Promise.all(ids.map(async (id) => [id, await loadSurroundings(tx, id, context.now())] as const)),
  );
}

async function write(
  tx: Tx,
  context: Context,
  run: BulkRunRow,
  changed: readonly Changed[],
  delta: readonly CounterRow[],
  around: ReadonlyMap<string, Surroundings>,
  keepers: readonly Keeper[],
): Promise<string> {
  const [surroundings] = around.values();
  if (!surroundings) throw new Error('rows were changed of nobody');
  const events = changed.flatMap(({ event }) => event ?? []);
  await knowColumns(tx);
  const versions = await updateOpportunities(
    tx,
    changed.map(({ after }) => after),
    averageNow(surroundings.workspace),
  );
  await Promise.all([insertMany(tx, 'event', events), addToCounters(tx, counterDelta([], delta))]);
  const careWith: ChangedRecord[] = [];
  for (const { person, memberId, keepsInTouch } of keepers)
    careWith.push({
      type: 'person',
      id: person.id,
      version: await updatePerson(tx, person.id, keepsInTouch ? { care_member_id: memberId } : {}),
    });
  const [keeper] = keepers;
  const days = keeper ? await handDaysOver(tx, fromWhom(changed), keeper.memberId) : [];
  if (run.change_ids.length === 0) {
    const change = { id: run.id, memberId: run.member_id, kind: bulkDone, image: emptyImage(), records: [] };
    await insertChange(tx, { ...change, at: context.now() });
  }
  return recordChange(
    tx,
    context,
    bulkPart,
    {
      opportunities: changed.map(({ row }) => ({ ...row })),
      persons: keepers.map(({ person }) => ({ ...person })),
      ...(days.length > 0 && { relationship: daysBefore(days) }),
      made: { events: events.map((event) => event.id) },
    },
    [
      ...changed.map(({ row }) => ({ type: 'opportunity' as const, id: row.id, version: versions.get(row.id) ?? 0 })),
      ...careWith,
    ],
  );
}

type Keeper = { person: PersonRow; memberId: string; keepsInTouch: boolean };

/** Who kept in touch, or reminded of days, as the assignee hands that over too, as with one (hand-over.ts). */
async function keptBy(
  tx: Tx,
  changed: readonly Changed[],
  persons: ReadonlyMap<string, PersonRow>,
  memberId: string,
): Promise<readonly Keeper[]> {
  const withDays = await personsWithDaysOf(tx, fromWhom(changed));
  const keepers = new Map<string, Keeper>();
  for (const { before } of changed) {
    const person = before.personId === null ? undefined : persons.get(before.personId);
    if (!person) continue;
    const keepsInTouch = person.care_member_id !== null && person.care_member_id === before.assigneeId;
    if (keepsInTouch || (withDays.has(person.id) && !keepers.has(person.id)))
      keepers.set(person.id, { person, memberId, keepsInTouch });
  }
  return [...keepers.values()];
}

function fromWhom(changed: readonly Changed[]): { personId: string; from: string }[] {
  return changed.flatMap(({ before: { personId, assigneeId: from } }) => (personId === null ? [] : { personId, from }));
}

/** What the history says of it, as after the single act. */
function eventOf(
  context: Context,
  act: BulkAct,
  after: OpportunityFacts,
  today: Surroundings['today'],
): NewEvent | null {
  switch (act.kind) {
    case 'plan':
    case 'shift':
      return eventAbout(context, after, {
        kind: 'planned',
        happened_on: today,
        channel: after.next?.channel ?? null,
        note: null,
        next_on: after.next?.on ?? null,
      });
    case 'assign':
      return eventAbout(context, after, { kind: 'handed_over', happened_on: today });
    case 'stop':
      return eventAbout(context, after, {
        kind: 'stopped',
        happened_on: today,
        stop_kind: after.stop?.kind ?? null,
        reason: act.reason,
        note: act.note,
      });
    case 'stage':
    case 'pace':
      return null;
  }
}
