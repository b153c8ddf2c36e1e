import { sql } from 'kysely';
import type { Tx } from '../transaction.ts';
import { forgetSearch } from './forget-search.ts';
import { hangingTables } from './hanging-tables.ts';

/** Whose records these are. `opportunities`: theirs, and those of an organisation that is theirs alone. */
export type Erased = {
  persons: readonly string[];
  organisations: readonly string[];
  opportunities: readonly string[];
  on: string;
  now: Date;
};

/** Reasons that are words of ours: which state a file gave, how many contacts it told, why it stopped. */
const codedReasons = ['imported', 'opening', 'stopped', 'corrected'];
/** Kept answers lapse after a day (api/idempotency.ts). */
const answersHours = 24;

const uuids = (ids: readonly string[]) => sql`${[...ids]}::uuid[]`;

/** Organisations of these persons that nobody else belongs to, and on which no opportunity of somebody else stands. */
export async function organisationsOnlyOf(tx: Tx, persons: readonly string[]): Promise<{ id: string; name: string }[]> {
  const { rows } = await sql<{ id: string; name: string }>`
    select g.id, g.name from organisation g
    where g.workspace_id = ${tx.workspaceId}
      and g.id in (select l.organisation_id from person_organisation l where l.workspace_id = ${tx.workspaceId} and l.person_id = any(${uuids(persons)}))
      and not exists (select from person_organisation l where l.workspace_id = g.workspace_id and l.organisation_id = g.id and l.person_id <> all(${uuids(persons)}))
      and not exists (select from opportunity o where o.workspace_id = g.workspace_id and o.organisation_id = g.id and o.person_id is not null
        and o.person_id <> all(${uuids(persons)}))
    order by g.id`.execute(tx.db);
  return rows;
}

/** Opportunities of these persons and organisations, by id and locked where nothing else is said. */
export async function opportunitiesOf(
  tx: Tx,
  persons: readonly string[],
  organisations: readonly string[],
  { lock = true }: { lock?: boolean } = {},
): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    select id from opportunity where workspace_id = ${tx.workspaceId}
      and (person_id = any(${uuids(persons)}) or organisation_id = any(${uuids(organisations)})) order by id ${lock ? sql`for update` : sql``}`.execute(
    tx.db,
  );
  return rows.map((row) => row.id);
}

/**
 * Takes everything of these persons out of every table (cover.ts). Before this their open opportunities have ended and their sources name
 * nobody, in the counters too; nothing that is derived changes here.
 */
export async function eraseRows(tx: Tx, erased: Erased): Promise<void> {
  const { persons, organisations, opportunities, on, now } = erased;
  const ws = tx.workspaceId;
  const ids = [...persons, ...organisations, ...opportunities];
  await eraseImages(tx, ids, now);
  await forgetTexts(tx, persons, organisations, opportunities);
  await sql`delete from not_duplicate where workspace_id = ${ws} and (first_id = any(${uuids(ids)}) or second_id = any(${uuids(ids)}))`.execute(
    tx.db,
  );
  await sql`delete from bulk_run where workspace_id = ${ws} and opportunity_ids && ${uuids(opportunities)}`.execute(
    tx.db,
  );
  await sql`
    update opportunity set person_id = null, organisation_id = null, title = '', keen = null, stop_note = null, next_act = null, pin_reason = null,
      last_words = null, custom = '{}', external_key = null, quote_link = null, to_complete = false, import_id = null, objected = true, erased_on = ${on}::date, version = version + 1
    where workspace_id = ${ws} and id = any(${uuids(opportunities)})`.execute(tx.db);
  await sql`
    delete from moment where workspace_id = ${ws} and person_id = any(${uuids(persons)}) and opportunity_id is null`.execute(
    tx.db,
  );
  await sql`
    update moment set person_id = null, note = null, version = version + 1
    where workspace_id = ${ws} and (person_id = any(${uuids(persons)}) or opportunity_id = any(${uuids(opportunities)}))`.execute(
    tx.db,
  );
  await sql`
    delete from event where workspace_id = ${ws} and person_id = any(${uuids(persons)}) and opportunity_id is null`.execute(
    tx.db,
  );
  await sql`
    update event set person_id = null, note = null, reason = case when kind = any(${codedReasons}::text[]) then reason end
    where workspace_id = ${ws} and (person_id = any(${uuids(persons)}) or opportunity_id = any(${uuids(opportunities)}))`.execute(
    tx.db,
  );
  // Of an organisation that goes: promises and whatever else hangs on its opportunities alone.
  await sql`delete from promise where workspace_id = ${ws} and opportunity_id = any(${uuids(opportunities)})`.execute(
    tx.db,
  );
  for (const { table, column } of await hangingTables(tx))
    await sql`
      delete from ${sql.table(table)} where workspace_id = ${ws} and ${sql.ref(column)} = any(${uuids(persons)})`.execute(
      tx.db,
    );
  await sql`
    update rights_request set person_id = null, who = null, extension_reason = null, answer = null
    where workspace_id = ${ws} and person_id = any(${uuids(persons)})`.execute(tx.db);
  await sql`update rights_log set reason = null where workspace_id = ${ws} and person_id = any(${uuids(persons)})`.execute(
    tx.db,
  );
  await forgetSearch(tx, persons);
  await sql`delete from person where workspace_id = ${ws} and id = any(${uuids(persons)})`.execute(tx.db);
  await sql`delete from organisation where workspace_id = ${ws} and id = any(${uuids(organisations)})`.execute(tx.db);
}

/** What their notes, and organisations of theirs alone, were found by. */
async function forgetTexts(
  tx: Tx,
  persons: readonly string[],
  organisations: readonly string[],
  opportunities: readonly string[],
): Promise<void> {
  const of = (table: 'moment' | 'event') => sql`
    select id from ${sql.table(table)} where workspace_id = ${tx.workspaceId} and note is not null
      and (person_id = any(${uuids(persons)}) or opportunity_id = any(${uuids(opportunities)}))`;
  await sql`
    select text_forget(${tx.workspaceId}::uuid, array(${of('moment')} union all ${of('event')} union all select unnest(${uuids(organisations)})))`.execute(
    tx.db,
  );
}

/** Images for undo, images of imports, and answers kept for repeated requests. */
async function eraseImages(tx: Tx, ids: readonly string[], now: Date): Promise<void> {
  const ws = tx.workspaceId;
  // One pass over the texts, however many are erased: a night's work, and ids are nothing to escape.
  const any = ids.join('|');
  await sql`
    delete from change where workspace_id = ${ws} and (image::text ~ ${any}
      or id in (select change_id from change_record where workspace_id = ${ws} and record_id = any(${uuids(ids)})))`.execute(
    tx.db,
  );
  await sql`delete from import_touched where workspace_id = ${ws} and person_id = any(${uuids(ids)})`.execute(tx.db);
  await sql`delete from import_changed where workspace_id = ${ws} and opportunity_id = any(${uuids(ids)})`.execute(
    tx.db,
  );
  const lapsed = new Date(now.getTime() - answersHours * 3_600_000);
  await sql`
    delete from idempotency where workspace_id = ${ws} and (created_at <= ${lapsed} or response::text ~ ${any})`.execute(
    tx.db,
  );
}
