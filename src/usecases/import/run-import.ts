import { setImmediate } from 'node:timers/promises';
import { type CounterRow, contributions } from '#core/counter/contribution';
import { addTo, inKeyOrder } from '#core/counter/counter-delta';
import { foldText } from '#core/import/fold-text';
import type { ImportField } from '#core/import/import-field';
import { lastWords } from '#core/import/last-words';
import { ownText } from '#core/import/own-text';
import {
  type OpportunityDraft,
  readOpportunityRow,
  type RowChoices,
  type RowFault,
} from '#core/import/read-opportunity-row';
import { chosenNext, purposeOf } from '#core/opportunity/create-opportunity';
import type { OpportunityFacts } from '#core/opportunity/facts';
import { noTerms } from '#core/opportunity/terms';
import { chooseChannel } from '#core/rhythm/propose-next';
import type { ImportCounts } from '#contract/import';
import { addToCounters } from '#db/counter';
import { insertMany, gatherTexts, knowColumns, planOnce } from '#db/bulk';
import { findKnownOpportunities, type KnownOpportunity, updateImportedOpportunity } from '#db/import';
import { toRow } from '#db/opportunity';
import type { Tx } from '#db/transaction';
import { isNobody, type TableFile, type TableRow } from '#files/table-file';
import type { Context } from '../context.ts';
import type { Figures } from '../engine/figures.ts';
import { planningFor, type Surroundings } from '../surroundings.ts';
import { findOrMakeWhom, type ImportSettings, type Whom } from './import-whom.ts';
import { type KnownWhom, lookUpWhom, type Sought, soughtOf } from './known-whom.ts';
import { type FaultGroup, ImportReport } from './import-report.ts';
import { type OpenRow, openRowOf, placeOpenRows, type Placing } from './place-open-rows.ts';
import { rowKeys } from './row-keys.ts';
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

const batchRows = 1000;
/** What says whether a row is open, how it ranks, and whether it has a day of its own. */
const placing: ReadonlySet<ImportField> = new Set<ImportField>([
  'externalId',
  'state',
  'won',
  'saidNo',
  'held',
  'value',
  'currency',
  'createdOn',
  'closedOn',
  'last',
  'next',
  'note',
]);

type Accepted = { row: number; key: string; draft: OpportunityDraft; sought: Sought };

/** Why a row of the file itself cannot be used: told with its place, the rest goes on. */
export function faultOfRow(row: Extract<TableRow, { problem: string }>): RowFault {
  return {
    code: row.problem,
    field: null,
    value: row.found
      .filter((cell) => cell.trim() !== '')
      .join(' ')
      .slice(0, 80),
    kept: false,
  };
}

/**
 * Reads the whole file and writes it, in one transaction that the caller commits, or rolls back after a dry run: the same code for both.
 * Two passes: the first only reads, to place the open rows best first (definition 18); the second writes in batches of 1,000.
 */
export async function runImport(tx: Tx, context: Context, table: TableFile, job: ImportJob): Promise<ImportResult> {
  await Promise.all([knowColumns(tx), gatherTexts(tx)]);
  const places = job.as === 'persons' ? new Map<number, Placing>() : await placeOpen(table, job);
  const report = new ImportReport();
  const keyOf = rowKeys();
  const seen = new Set<string>();
  const counters = new Map<string, CounterRow>();
  let batch: Accepted[] = [];
  let done = 0;
  let batches = 0;
  const behind = writeBehind<readonly Accepted[], Asked, Made>({
    ask: (rows, made) => lookUp(tx, rows, made?.known ?? null),
    make: (rows, asked) => makeRows(tx, context, rows, asked, places, job, report, counters),
    send: (made) => made.send(tx),
  });
  const flush = async () => {
    if (Number.isInteger(Math.log2(batches))) await planOnce(tx);
    batches++;
    await behind.push(batch);
    batch = [];
    await job.beat(done);
  };
  for await (const row of table.rows()) {
    done++;
    if (done % rowsAtOnce === 0) await setImmediate();
    if ('problem' in row) {
      if (isNobody(row.problem)) report.add(row.rowNumber, [{ ...faultOfRow(row), kept: true }]);
      else report.reject(row.rowNumber, [faultOfRow(row)]);
      continue;
    }
    const read = readOpportunityRow(job.choices, row.rowNumber, row.cells);
    if (!read.ok) {
      report.reject(row.rowNumber, read.faults);
      continue;
    }
    const key = keyOf(row.cells, read.draft.externalId);
    if (seen.has(key)) {
      report.counts.skipped++;
      report.add(row.rowNumber, [
        { code: 'same_id_again', field: 'externalId', value: read.draft.externalId ?? '', kept: true },
      ]);
      continue;
    }
    if (read.draft.externalId !== null) seen.add(ownText(key));
    report.add(row.rowNumber, read.faults);
    batch.push({ row: row.rowNumber, key, draft: read.draft, sought: soughtOf(read.draft.person) });
    if (batch.length >= batchRows) await flush();
  }
  if (batch.length > 0) await flush();
  await behind.end();
  await addToCounters(tx, inKeyOrder(counters));
  return { counts: report.counts, faults: report.faults() };
}

/**
 * The first pass: open rows without a future day of their own, ranked and spread over the days that have room. Whom a row speaks of does
 * not place it, and reading that is most of the work.
 */
async function placeOpen(table: TableFile, job: ImportJob): Promise<Map<number, Placing>> {
  const open: OpenRow[] = [];
  const choices = {
    ...job.choices,
    columns: job.choices.columns.filter(({ field }) => field !== null && placing.has(field)),
  };
  let done = 0;
  for await (const row of table.rows()) {
    done++;
    if (done % rowsAtOnce === 0) await setImmediate();
    if ('problem' in row) continue;
    const read = readOpportunityRow(choices, row.rowNumber, row.cells);
    if (read.ok && read.draft.state === 'open' && !read.draft.nextOn) {
      open.push(openRowOf(row.rowNumber, read.draft, job.figures, job.surroundings.workspace.average_value));
    }
  }
  return placeOpenRows(open, job.surroundings, job.planned);
}

type Asked = { opportunities: Map<string, KnownOpportunity>; known: KnownWhom };

async function lookUp(tx: Tx, batch: readonly Accepted[], before: KnownWhom | null): Promise<Asked> {
  const [opportunities, known] = await Promise.all([
    findKnownOpportunities(
      tx,
      batch.map((one) => one.key),
    ),
    lookUpWhom(
      tx,
      batch.map((one) => one.sought),
      before,
    ),
  ]);
  return { opportunities: new Map(opportunities.map((row) => [row.externalKey, row])), known };
}

/** A batch whose rows are made. */
type Made = { known: KnownWhom; send: (tx: Tx) => Promise<unknown> };

async function makeRows(
  tx: Tx,
  context: Context,
  batch: readonly Accepted[],
  { opportunities, known }: Asked,
  places: ReadonlyMap<number, Placing>,
  job: ImportJob,
  report: ImportReport,
  counters: Map<string, CounterRow>,
): Promise<Made> {
  const fresh: Accepted[] = [];
  for (const one of batch) {
    const present = opportunities.get(one.key);
    if (!present) fresh.push(one);
    else if (
      one.draft.externalId !== null &&
      (await updateImportedOpportunity(
        tx,
        job.settings.importId,
        present,
        one.draft,
        job.surroundings.workspace.average_value,
      ))
    )
      report.counts.updated++;
    else report.counts.skipped++;
  }
  const personsBefore = report.counts.persons;
  const { whom, send: sendWhom } = await findOrMakeWhom(
    fresh.map((one) => one.sought),
    known,
    job.settings,
    report,
  );
  if (job.as === 'persons') {
    const made = report.counts.persons - personsBefore;
    report.counts.created += made;
    report.counts.skipped += fresh.length - made;
    return { known, send: sendWhom };
  }
  const rows: Record<string, unknown>[] = [];
  const events: Record<string, unknown>[] = [];
  for (const [i, one] of fresh.entries()) {
    if (i % rowsAtOnce === 0) await setImmediate();
    const facts = factsOf(one, whom[i] ?? { person: null, organisation: null }, places, job, report, context.newId());
    if (!facts) continue;
    rows.push(
      Object.assign(toRow(facts, job.surroundings.workspace.average_value), {
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

/** Null when the person objected: no open opportunity is made for them (definition 20). */
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
    warmth: draft.held > 0 || !draft.heldKnown ? 'unknown' : 'silent',
    pace: ended || draft.nextOn ? 'active' : (placed?.pace ?? 'active'),
    paced: null,
    next: null,
    last: null,
    waitingSince: null,
    pin: null,
    objected: person?.objected ?? false,
    revived: 0,
    lastWords: draft.words === null ? null : lastWords(draft.words),
    toComplete: !person && !organisation,
    createdOn: draft.createdOn ?? (draft.openingLastOn && draft.openingLastOn < today ? draft.openingLastOn : today),
    endedOn: draft.endedOn,
    ...noTerms,
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
  const purpose = purposeOf({
    basis: planning.basis,
    createdOn: facts.createdOn,
    moments: [],
    waiting: false,
    today: job.settings.today,
  });
  const step = planning.rhythm[Math.min(facts.held, 11)];
  const on = draft.nextOn ?? placed?.on ?? job.settings.today;
  return chosenNext(
    { on, channel: chooseChannel(step?.channel ?? 'call', planning.reachable) },
    facts.held,
    planning,
    purpose,
  );
}

/** The file's owner by name or mail address; an unknown one is told, and the rows are the importer's, so that nobody's list stays unseen. */
function ownerOf(draft: OpportunityDraft, row: number, job: ImportJob, report: ImportReport): string {
  if (draft.owner === null) return job.assigneeId;
  const member = job.owners.get(foldText(draft.owner));
  if (member === undefined)
    report.add(row, [{ code: 'owner_unknown', field: 'owner', value: draft.owner, kept: true }]);
  return member ?? job.assigneeId;
}
