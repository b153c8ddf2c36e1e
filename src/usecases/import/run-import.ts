import { setImmediate } from 'node:timers/promises';
import { type CounterRow, contributions } from '#core/counter/contribution';
import { addTo, inKeyOrder } from '#core/counter/counter-delta';
import { foldText } from '#core/import/fold-text';
import { lastWords } from '#core/import/last-words';
import { ownText } from '#core/import/own-text';
import { type OpportunityDraft, readOpenRow, type RowChoices } from '#core/import/read-opportunity-row';
import { chosenNext, purposeOf } from '#core/opportunity/create-opportunity';
import type { OpportunityFacts } from '#core/opportunity/facts';
import { suitingDay } from '#core/rhythm/never-days';
import type { ImportCounts } from '#contract/import';
import { addToCounters } from '#db/counter';
import { insertMany, knowColumns, learnOfImport, planAnew } from '#db/bulk';
import { findKnownOpportunities, type KnownOpportunity, updateImportedOpportunity } from '#db/import';
import { toRow } from '#db/opportunity';
import type { Tx } from '#db/transaction';
import type { TableFile } from '#files/table-file';
import type { Context } from '../context.ts';
import { averageNow } from '../engine/average-now.ts';
import { type AskSuppressions, suppressionAsker } from '../rights/suppression.ts';
import type { Figures } from '../engine/figures.ts';
import { planningFor, type Surroundings } from '../surroundings.ts';
import { type Accepted, acceptedRows, type Batch } from './accepted-rows.ts';
import { findOrMakeWhom, type ImportSettings, type Whom } from './import-whom.ts';
import { type KnownWhom, lookUpWhom } from './known-whom.ts';
import { type FaultGroup, ImportReport } from './import-report.ts';
import { objectImported } from './object-imported.ts';
import { importedWarmth, type OpenRow, openRowOf, placeOpenRows, type Placing } from './place-open-rows.ts';
import { rowsAtOnce } from './rows-at-once.ts';
import { writeBehind } from './write-behind.ts';

export type ImportJob = {
  settings: ImportSettings;
  choices: RowChoices;
  as: 'opportunities' | 'persons';
  assigneeId: string;
  /** Member ids by folded name and mail address, for the column owner. */
  owners: ReadonlyMap<string, string>;
  surroundings: Surroundings;
  figures: Figures;
  planned: ReadonlyMap<Surroundings['today'], number>;
  beat: (done: number) => Promise<void>;
};
export type ImportResult = { counts: ImportCounts; faults: FaultGroup[] };

/** At these batches what came in is shown to the planner: early, as what it does not know of it looks up slowly, and once it has grown. */
const learnAt: ReadonlySet<number> = new Set([3, 15, 63]);
/** So many batches are read ahead of their places at most: some megabytes. */
const mostAhead = 6;

/**
 * Reads the whole file and writes it, in one transaction that the caller commits, or rolls back after a dry run: the same code for both.
 * Two passes: one only reads, to place the open rows best first (definition 18); the other writes in batches of 1,000. They begin together:
 * until there are places, whom the first batches speak of is written, so that the database need not wait.
 */
export async function runImport(tx: Tx, context: Context, table: TableFile, job: ImportJob): Promise<ImportResult> {
  await knowColumns(tx);
  const report = new ImportReport();
  const counters = new Map<string, CounterRow>();
  const batches = acceptedRows(table, job.choices, report, job.surroundings.workspace.custom_fields);
  const suppressions = suppressionAsker();
  let asked = 0;
  const ask = async (rows: readonly Accepted[], before: { known: KnownWhom } | null): Promise<Asked> => {
    const turn = asked++;
    const planned = planAnew(tx, turn);
    const learned = learnAt.has(turn) ? learnOfImport(tx) : null;
    const [found] = await Promise.all([lookUp(tx, rows, before?.known ?? null, suppressions), planned, learned]);
    return found;
  };
  const find = (rows: readonly Accepted[], known: Asked) => findWhom(tx, context, rows, known, job, report, counters);
  try {
    const { places, ahead } = await placeAndFindAhead(tx, batches, { ask, find }, placeOpen(table, job));
    const behind = writeBehind<Found | readonly Accepted[], () => Promise<Found>, Made>({
      async ask(batch, before) {
        if ('whom' in batch) return () => Promise.resolve(batch);
        const known = await ask(batch, before);
        return () => find(batch, known);
      },
      make: async (_, found) => makeRows(context, await found(), places, job, report, counters),
      send: (made) => made.send(tx),
    });
    // Taken out one by one: nothing of them stays when they are written.
    for (let found = ahead.shift(); found; found = ahead.shift()) await behind.push(found);
    for await (const { rows, done } of batches) {
      await behind.push(rows);
      await job.beat(done);
    }
    await behind.end();
  } finally {
    await batches.return(undefined);
  }
  await addToCounters(tx, inKeyOrder(counters));
  return { counts: report.counts, faults: report.faults() };
}

async function placeAndFindAhead(
  tx: Tx,
  batches: AsyncGenerator<Batch, void, undefined>,
  {
    ask,
    find,
  }: {
    ask: (rows: Batch['rows'], before: Found | null) => Promise<Asked>;
    find: (rows: Batch['rows'], known: Asked) => Promise<Found>;
  },
  coming: Promise<Map<number, Placing>>,
): Promise<{ places: Map<number, Placing>; ahead: Found[] }> {
  const ahead: Found[] = [];
  const waits = { forPlaces: true };
  const findAhead = async (): Promise<void> => {
    const behind = writeBehind<Batch['rows'], Asked, Found>({
      ask,
      async make(rows, known) {
        const found = await find(rows, known);
        ahead.push({ ...found, send: () => Promise.resolve() });
        return found;
      },
      send: (found) => found.send(tx),
    });
    for (let taken = 0; taken < mostAhead && waits.forPlaces; taken++) {
      const { value } = await batches.next();
      if (!value) break;
      await behind.push(value.rows);
    }
    await behind.end();
  };
  // Both to their end: what fails must leave nothing behind it that still asks the database.
  const [placed, found] = await Promise.allSettled([coming.finally(() => void (waits.forPlaces = false)), findAhead()]);
  if (placed.status === 'rejected') throw placed.reason;
  if (found.status === 'rejected') throw found.reason;
  return { places: placed.value, ahead };
}

/**
 * The pass that only reads: open rows without a future day of their own, ranked and spread over the days that have room. Whom a row speaks of does
 * not place it, and reading that is most of the work.
 */
async function placeOpen(table: TableFile, job: ImportJob): Promise<Map<number, Placing>> {
  if (job.as === 'persons') return new Map();
  const open: OpenRow[] = [];
  let done = 0;
  for await (const row of table.rows()) {
    done++;
    if (done % rowsAtOnce === 0) await setImmediate();
    if ('problem' in row) continue;
    const read = readOpenRow(job.choices, row.rowNumber, row.cells);
    if (read && !read.nextOn)
      open.push(openRowOf(row.rowNumber, read, job.figures, averageNow(job.surroundings.workspace)));
  }
  return placeOpenRows(open, job.surroundings, job.planned);
}

type Asked = { opportunities: Map<string, KnownOpportunity>; known: KnownWhom };

async function lookUp(
  tx: Tx,
  batch: readonly Accepted[],
  before: KnownWhom | null,
  suppressions: AskSuppressions,
): Promise<Asked> {
  const [opportunities, known] = await Promise.all([
    findKnownOpportunities(
      tx,
      batch.map((one) => one.key),
    ),
    lookUpWhom(
      tx,
      batch.map((one) => one.draft.person),
      before,
      suppressions,
    ),
  ]);
  return { opportunities: new Map(opportunities.map((row) => [row.externalKey, row])), known };
}

/** A batch of which it is known whom it speaks of; `send` writes whom of them nobody knew. */
type Found = { fresh: Accepted[]; whom: Whom[]; known: KnownWhom; send: (tx: Tx) => Promise<unknown> };
/** A batch whose rows are made. */
type Made = { known: KnownWhom; send: (tx: Tx) => Promise<unknown> };

async function findWhom(
  tx: Tx,
  context: Context,
  batch: readonly Accepted[],
  { opportunities, known }: Asked,
  job: ImportJob,
  report: ImportReport,
  counters: Map<string, CounterRow>,
): Promise<Found> {
  const fresh: Accepted[] = [];
  for (const one of batch) {
    const present = opportunities.get(one.key);
    if (!present) fresh.push(one);
    else {
      const { importId } = job.settings;
      const average = averageNow(job.surroundings.workspace);
      const changed =
        one.draft.externalId === null
          ? null
          : await updateImportedOpportunity(tx, importId, present, one.draft, average);
      addTo(counters, changed ?? []);
      if (changed) report.counts.updated++;
      else report.counts.skipped++;
    }
  }
  const personsBefore = report.counts.persons;
  const { whom, send } = await findOrMakeWhom(
    fresh.map(({ row, draft }) => ({
      row,
      person: job.as === 'persons' ? { ...draft.person, goodToKnow: draft.note } : draft.person,
    })),
    known,
    job.settings,
    report,
    (to, personId, on) => objectImported(to, context, personId, on, null),
  );
  if (job.as === 'persons') {
    const made = report.counts.persons - personsBefore;
    report.counts.created += made;
    report.counts.skipped += fresh.length - made;
  }
  return { fresh, whom, known, send };
}

async function makeRows(
  context: Context,
  { fresh, whom, known, send: sendWhom }: Found,
  places: ReadonlyMap<number, Placing>,
  job: ImportJob,
  report: ImportReport,
  counters: Map<string, CounterRow>,
): Promise<Made> {
  if (job.as === 'persons') return { known, send: sendWhom };
  const rows: Record<string, unknown>[] = [];
  const events: Record<string, unknown>[] = [];
  for (const [i, one] of fresh.entries()) {
    if (i % rowsAtOnce === 0) await setImmediate();
    const facts = factsOf(one, whom[i] ?? { person: null, organisation: null }, places, job, report, context.newId());
    if (!facts) continue;
    rows.push(
      Object.assign(toRow(facts, averageNow(job.surroundings.workspace)), {
        custom: JSON.stringify(one.own.opportunity),
        external_key: one.key,
        import_id: job.settings.importId,
        version: 1,
        created_at: job.settings.at,
      }),
    );
    events.push(importedEvent(context, facts, one, job));
    addTo(counters, contributions(facts, []));
    count(report, facts);
  }
  const send = (to: Tx) =>
    Promise.all([sendWhom(to), insertMany(to, 'opportunity', rows), insertMany(to, 'event', events)]);
  return { known, send };
}

function count(report: ImportReport, facts: OpportunityFacts): void {
  report.counts.created++;
  if (facts.state === 'open') report.counts.open++;
  else if (facts.state === 'won') report.counts.won++;
  else report.counts.stopped++;
  if (facts.stop?.kind === 'refused') report.counts.refused++;
  if (facts.toComplete) report.counts.toComplete++;
}

function importedEvent(
  context: Context,
  facts: OpportunityFacts,
  { draft }: Accepted,
  job: ImportJob,
): Record<string, unknown> {
  return {
    id: context.newId(),
    opportunity_id: facts.id,
    person_id: facts.personId,
    member_id: context.actor.memberId,
    kind: 'imported',
    happened_on: job.settings.today,
    number: facts.held,
    warmth: facts.warmth,
    assignee_id: facts.assigneeId,
    stop_kind: facts.stop?.kind ?? null,
    reason: facts.state,
    note: draft.note,
    next_on: facts.next?.on ?? null,
    created_at: job.settings.at,
  };
}

/** Null when the person objected or is restricted: no open opportunity is made for them (definition 20). */
function factsOf(
  { row, draft }: Accepted,
  { person, organisation }: Whom,
  places: ReadonlyMap<number, Placing>,
  job: ImportJob,
  report: ImportReport,
  id: string,
): OpportunityFacts | null {
  if (person?.objected && draft.state === 'open') {
    report.reject(row, [{ code: 'person_objected', field: 'name', value: draft.person.name?.full ?? '', kept: false }]);
    return null;
  }
  if (person?.restricted_on && draft.state === 'open') {
    report.reject(row, [{ code: 'person_restricted', field: 'name', value: '', kept: false }]);
    return null;
  }
  const { today } = job.settings;
  const assigneeId = ownerOf(draft, row, job, report);
  const ended = draft.state !== 'open';
  const placed = places.get(row);
  const base: OpportunityFacts = {
    id,
    personId: person?.id ?? null,
    organisationId: organisation?.id ?? null,
    assigneeId,
    endedAssigneeId: ended ? assigneeId : null,
    creditedId: assigneeId,
    title: draft.title,
    value: draft.value,
    // Counters keep it.
    source: draft.source === null ? null : ownText(draft.source),
    keen: draft.keen,
    state: draft.state,
    stop: draft.stopKind ? { kind: draft.stopKind, reason: 'imported', note: null } : null,
    openingHeld: draft.held,
    heldKnown: draft.heldKnown,
    openingLastOn: draft.openingLastOn,
    held: draft.held,
    conversations: 0,
    warmth: importedWarmth(draft),
    pace: ended || draft.nextOn ? 'active' : (placed?.pace ?? 'active'),
    paced: null,
    next: null,
    last: null,
    waitingSince: null,
    pin: null,
    objected: (person?.objected ?? false) || (person?.restricted_on ?? null) !== null,
    revived: 0,
    lastWords: draft.words === null ? null : lastWords(draft.words),
    toComplete: !person && !organisation,
    createdOn: draft.createdOn ?? (draft.openingLastOn && draft.openingLastOn < today ? draft.openingLastOn : today),
    endedOn: draft.endedOn,
    stage: null,
    ...draft.terms,
  };
  return ended ? base : { ...base, next: nextOf(base, draft, person, placed, job) };
}

function nextOf(
  facts: OpportunityFacts,
  draft: OpportunityDraft,
  person: Whom['person'],
  placed: Placing | undefined,
  job: ImportJob,
): OpportunityFacts['next'] {
  const planning = planningFor(job.surroundings, person);
  // A day of the file's own is kept; ours suits them.
  const on =
    draft.nextOn ?? suitingDay(job.surroundings.calendar, person?.never_days ?? [], placed?.on ?? job.settings.today);
  return chosenNext({ on }, facts, [], planning, purposeOf(planning, facts, []));
}

/** The file's owner by name or mail address; an unknown one is told, and the rows are the importer's, so that nobody's list stays unseen. */
function ownerOf(draft: OpportunityDraft, row: number, job: ImportJob, report: ImportReport): string {
  if (draft.owner === null) return job.assigneeId;
  const member = job.owners.get(foldText(draft.owner));
  if (member === undefined)
    report.add(row, [{ code: 'owner_unknown', field: 'owner', value: draft.owner, kept: true }]);
  return member ?? job.assigneeId;
}
