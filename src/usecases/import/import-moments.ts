import { createHash } from 'node:crypto';
import { contributions } from '#core/counter/contribution';
import { counterDelta } from '#core/counter/counter-delta';
import { fingerprint } from '#core/import/fingerprint';
import { foldText } from '#core/import/fold-text';
import { type MomentDraft, readMomentRow } from '#core/import/read-moment-row';
import { firstNext } from '#core/opportunity/create-opportunity';
import type { MomentFacts, OpportunityFacts } from '#core/opportunity/facts';
import { inOrder, recount } from '#core/opportunity/recount';
import { settleMoments } from '#core/opportunity/settle-moments';
import { isEnding } from '#core/opportunity/vocabulary';
import { noTerms } from '#core/opportunity/terms';
import { onHoldDay } from '#core/privacy/on-hold';
import { addToCounters } from '#db/counter';
import { insertMany, knowColumns, planAnew } from '#db/bulk';
import { findKnownOpportunities } from '#db/import';
import { imageLeft, keepImage } from '#db/import-changed';
import { markImported, openOpportunitiesOfPersons, presentMoments } from '#db/import-present';
import { inboundsOf, momentsOf, renumberMoments, toMomentFacts } from '#db/moment';
import { insertOpportunity, lockOpportunities, toFacts, updateOpportunity } from '#db/opportunity';
import type { Tx } from '#db/transaction';
import { isNobody, type TableFile } from '#files/table-file';
import type { Context } from '../context.ts';
import { averageNow } from '../engine/average-now.ts';
import { eventAbout } from '../opportunity/write-change.ts';
import { insertEvents } from '#db/event';
import { planningFor } from '../surroundings.ts';
import { findOrMakeWhom, type Whom } from './import-whom.ts';
import { suppressionsAmong } from '../rights/suppression.ts';
import { lookUpWhom } from './known-whom.ts';
import { ImportReport } from './import-report.ts';
import { objectImported } from './object-imported.ts';
import { faultOfRow } from './accepted-rows.ts';
import type { ImportJob, ImportResult } from './run-import.ts';

const batchRows = 500;
type Accepted = { row: number; id: string; draft: MomentDraft };

/** The id of a moment follows from its row and the n-th occurrence, so that the same file twice counts once. A UUID of version 8. */
function momentIds(workspaceId: string): (cells: readonly string[]) => string {
  const seen = new Map<string, number>();
  return (cells) => {
    const print = fingerprint(cells);
    const n = (seen.get(print) ?? 0) + 1;
    seen.set(print, n);
    const hex = createHash('sha256').update(`${workspaceId} ${n} ${print}`).digest('hex');
    return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-a${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
  };
}

/** The second kind of file: one row per contact moment. Each joins the opportunity it names, else the person's, else a new one. */
export async function importMoments(tx: Tx, context: Context, table: TableFile, job: ImportJob): Promise<ImportResult> {
  await knowColumns(tx);
  const report = new ImportReport();
  const idOf = momentIds(tx.workspaceId);
  let batch: Accepted[] = [];
  let done = 0;
  let turn = 0;
  const flush = async () => {
    await planAnew(tx, turn++);
    if (batch.length > 0) await writeMoments(tx, context, batch, job, report);
    batch = [];
    await job.beat(done);
  };
  for await (const row of table.rows()) {
    done++;
    if ('problem' in row) {
      if (isNobody(row.problem)) report.add(row.rowNumber, [{ ...faultOfRow(row), kept: true }]);
      else report.reject(row.rowNumber, [faultOfRow(row)]);
      continue;
    }
    const read = readMomentRow(job.choices, row.cells);
    if (!read.ok) report.reject(row.rowNumber, read.faults);
    else {
      report.add(row.rowNumber, read.faults);
      batch.push({ row: row.rowNumber, id: idOf(row.cells), draft: read.draft });
    }
    if (batch.length >= batchRows) await flush();
  }
  await flush();
  return { counts: report.counts, faults: report.faults() };
}

async function writeMoments(
  tx: Tx,
  context: Context,
  batch: readonly Accepted[],
  job: ImportJob,
  report: ImportReport,
): Promise<void> {
  const present = await presentMoments(
    tx,
    batch.map((one) => one.id),
  );
  const fresh = batch.filter((one) => !present.has(one.id));
  report.counts.skipped += batch.length - fresh.length;
  const rows = fresh.map((one) => ({ row: one.row, person: one.draft.person }));
  const known = await lookUpWhom(
    tx,
    rows.map(({ person }) => person),
    null,
    suppressionsAmong,
  );
  const { whom, send } = await findOrMakeWhom(rows, known, job.settings, report, (to, personId, on) =>
    objectImported(to, context, personId, on, null),
  );
  await send(tx);
  const groups = await byOpportunity(tx, context, fresh, whom, job, report);
  for (const group of groups.values()) await addMoments(tx, context, group, job, report);
}

/** The rows of a batch that join one opportunity, and whose it is. */
type Group = { opportunityId: string; person: Whom['person']; list: Accepted[] };

/** By externalId, else the person's newest open opportunity, else one made for them, unless they want no contact (definition 20). */
async function byOpportunity(
  tx: Tx,
  context: Context,
  fresh: readonly Accepted[],
  whom: readonly Whom[],
  job: ImportJob,
  report: ImportReport,
): Promise<Map<string, Group>> {
  const keys = fresh.flatMap((one) => (one.draft.externalId === null ? [] : [`id:${one.draft.externalId}`]));
  const named = new Map((await findKnownOpportunities(tx, keys)).map((row) => [row.externalKey, row.id]));
  const ofPerson = await openOpportunitiesOfPersons(
    tx,
    whom.flatMap((w) => w.person?.id ?? []),
  );
  const groups = new Map<string, Group>();
  for (const [i, one] of fresh.entries()) {
    const who = whom[i] ?? { person: null, organisation: null };
    const key = one.draft.externalId === null ? null : `id:${one.draft.externalId}`;
    if (who.person?.restricted_on) {
      report.reject(one.row, [{ code: 'person_restricted', field: 'name', value: '', kept: false }]);
      continue;
    }
    let id = (key && named.get(key)) ?? (who.person && ofPerson.get(who.person.id)) ?? null;
    if (id === null && who.person?.objected) {
      const value = one.draft.person.name?.full ?? '';
      report.reject(one.row, [{ code: 'person_objected', field: 'name', value, kept: false }]);
      continue;
    }
    if (id === null) {
      id = await makeOpportunity(tx, context, one, who, job, key);
      report.counts.created++;
      if (key) named.set(key, id);
      if (who.person) ofPerson.set(who.person.id, id);
    }
    const group = groups.get(id) ?? { opportunityId: id, person: who.person, list: [] };
    group.list.push(one);
    groups.set(id, group);
  }
  return groups;
}

async function makeOpportunity(
  tx: Tx,
  context: Context,
  { draft }: Accepted,
  { person, organisation }: Whom,
  job: ImportJob,
  key: string | null,
): Promise<string> {
  const assigneeId = (draft.owner && job.owners.get(foldText(draft.owner))) || job.assigneeId;
  const facts: OpportunityFacts = {
    id: context.newId(),
    personId: person?.id ?? null,
    organisationId: organisation?.id ?? null,
    assigneeId,
    endedAssigneeId: null,
    creditedId: assigneeId,
    title: '',
    value: null,
    source: null,
    keen: null,
    state: 'open',
    stop: null,
    openingHeld: 0,
    heldKnown: true,
    openingLastOn: null,
    held: 0,
    conversations: 0,
    warmth: 'silent',
    pace: 'active',
    paced: null,
    next: null,
    last: null,
    waitingSince: null,
    pin: null,
    objected: false,
    revived: 0,
    lastWords: null,
    toComplete: !person && !organisation,
    createdOn: draft.happenedOn,
    endedOn: null,
    stage: null,
    ...noTerms,
  };
  const next = firstNext(facts, [], planningFor(job.surroundings, person), null);
  if (!next) throw new Error('a first moment always has a day');
  const open = { ...facts, next };
  await insertOpportunity(tx, open, averageNow(job.surroundings.workspace));
  await markImported(tx, open.id, job.settings.importId, key);
  // Open and without a moment it stands on the board; what its moments add comes with them.
  await addToCounters(tx, counterDelta([], contributions(open, [])));
  await insertEvents(tx, [
    eventAbout(context, open, { kind: 'imported', happened_on: job.settings.today, reason: 'open', next_on: next.on }),
  ]);
  return open.id;
}

/** Adds the moments, in order; the last that ends one decides its state, and an open one gets the rhythm's next moment. */
async function addMoments(
  tx: Tx,
  context: Context,
  { opportunityId, person, list }: Group,
  job: ImportJob,
  report: ImportReport,
): Promise<void> {
  const [row] = await lockOpportunities(tx, [opportunityId]);
  if (!row) return;
  const facts = toFacts(row);
  // By its externalId, while its person is restricted: nothing is planned with them.
  if (facts.next?.on === onHoldDay) {
    for (const { row: number } of list)
      report.reject(number, [{ code: 'person_restricted', field: 'name', value: '', kept: false }]);
    return;
  }
  const wasThere = row.import_id !== job.settings.importId;
  if (wasThere) await keepImage(tx, job.settings.importId, opportunityId);
  const old = (await momentsOf(tx, opportunityId)).map(toMomentFacts);
  const added = list.map(({ id, draft }): MomentFacts => ({
    id,
    memberId: (draft.owner && job.owners.get(foldText(draft.owner))) || job.assigneeId,
    number: null,
    channel: draft.channel,
    outcome: draft.outcome,
    warmthBefore: 'unknown',
    minutes: draft.minutes ?? job.surroundings.minutes[draft.channel],
    minutesTold: draft.minutes !== null,
    happenedOn: draft.happenedOn,
    fillsOpening: !isEnding(draft.outcome) && facts.openingLastOn !== null && draft.happenedOn <= facts.openingLastOn,
    createdAt: context.now(),
  }));
  const counted = recount(
    { ...facts, createdOn: earliest([facts.createdOn, ...added.map((m) => m.happenedOn)]) },
    [...old, ...added],
    await inboundsOf(tx, opportunityId),
  );
  const inserted = new Set(added.map((m) => m.id));
  const objecting = added.find((m) => m.outcome === 'do_not_contact');
  const settled = settleMoments(counted.opportunity, counted.moments, inserted, planningFor(job.surroundings, person));
  const after = { ...settled, objected: settled.objected || objecting !== undefined };
  const notes = new Map(list.map((one) => [one.id, one.draft.note]));
  const lastNote = inOrder(added)
    .map((m) => notes.get(m.id))
    .findLast(Boolean);
  await insertMany(
    tx,
    'moment',
    counted.moments.filter((m) => inserted.has(m.id)).map((m) => momentRow(m, after, notes.get(m.id) ?? null, job)),
  );
  await renumberMoments(tx, counted.moments);
  await updateOpportunity(
    tx,
    { ...after, lastWords: lastNote ?? after.lastWords },
    averageNow(job.surroundings.workspace),
  );
  if (wasThere) await imageLeft(tx, job.settings.importId, opportunityId);
  if (facts.state === 'open' && after.state !== 'open') {
    const kind = after.state === 'won' ? 'won' : 'stopped';
    await insertEvents(tx, [
      eventAbout(context, after, {
        kind,
        happened_on: after.endedOn ?? job.settings.today,
        stop_kind: after.stop?.kind ?? null,
        reason: after.stop?.reason ?? null,
      }),
    ]);
  }
  await addToCounters(tx, counterDelta(contributions(facts, old), contributions(after, counted.moments)));
  report.counts.moments += added.length;
  if (!objecting || !after.personId || facts.objected) return;
  await objectImported(tx, context, after.personId, objecting.happenedOn, opportunityId);
  if (person) Object.assign(person, { objected: true, objected_on: objecting.happenedOn });
}

const earliest = (days: readonly OpportunityFacts['createdOn'][]) => days.reduce((a, b) => (a < b ? a : b));

function momentRow(
  moment: MomentFacts,
  facts: OpportunityFacts,
  note: string | null,
  job: ImportJob,
): Record<string, unknown> {
  return {
    id: moment.id,
    opportunity_id: facts.id,
    person_id: facts.personId,
    member_id: moment.memberId,
    number: moment.number,
    channel: moment.channel,
    outcome: moment.outcome,
    warmth_before: moment.warmthBefore,
    minutes: moment.minutes,
    minutes_told: moment.minutesTold,
    note,
    happened_on: moment.happenedOn,
    fills_opening: moment.fillsOpening,
    import_id: job.settings.importId,
    version: 1,
    created_at: moment.createdAt,
  };
}
