import { type RawBuilder, sql } from 'kysely';
import type { mentionPlaces } from '#contract/privacy';
import type { Tx } from '../transaction.ts';

/**
 * Where texts stand that may name somebody who is erased while they are about others: notes and lines that people wrote. `person`,
 * `opportunity`: of whom or what the row is. Proofs of consent are not here: they may not be rewritten.
 */
type Place = {
  table: MentionTable;
  fields: readonly string[];
  person?: string;
  opportunity?: string;
  on?: string;
  /** Undo and two tabs know a row by it. */
  hasVersion: boolean;
  /** What else hangs on it (a name, what is counted) makes it something to change by hand. */
  byHand?: true;
};
export type MentionTable = (typeof mentionPlaces)[number];

const places: readonly Place[] = [
  {
    table: 'moment',
    fields: ['note'],
    person: 'person_id',
    opportunity: 'opportunity_id',
    on: 'happened_on',
    hasVersion: true,
  },
  {
    table: 'event',
    fields: ['note', 'reason'],
    person: 'person_id',
    opportunity: 'opportunity_id',
    on: 'happened_on',
    hasVersion: false,
  },
  {
    table: 'promise',
    fields: ['text'],
    person: 'person_id',
    opportunity: 'opportunity_id',
    on: 'due_on',
    hasVersion: true,
  },
  {
    table: 'person',
    fields: ['good_to_know', 'how_met', 'matters', 'family', 'interests'],
    person: 'id',
    hasVersion: true,
  },
  {
    table: 'opportunity',
    fields: ['title', 'keen', 'stop_note', 'next_act', 'pin_reason', 'last_words'],
    person: 'person_id',
    opportunity: 'id',
    hasVersion: true,
  },
  { table: 'source', fields: ['source'], person: 'person_id', opportunity: 'id', hasVersion: true, byHand: true },
  { table: 'important_day', fields: ['name'], person: 'person_id', hasVersion: true },
  { table: 'connection', fields: ['note'], person: 'person_id', hasVersion: false },
  {
    table: 'rights_request',
    fields: ['who', 'extension_reason', 'answer'],
    person: 'person_id',
    on: 'received_on',
    hasVersion: true,
  },
  { table: 'permission_override', fields: ['reason'], person: 'person_id', hasVersion: false },
  { table: 'day_off', fields: ['note'], on: 'from_on', hasVersion: false },
  { table: 'need', fields: ['name'], hasVersion: true },
  { table: 'organisation', fields: ['name'], hasVersion: true, byHand: true },
];

/** A source stands on the opportunity, and is counted by. */
const nameOf = (table: MentionTable) => (table === 'source' ? 'opportunity' : table);
const isByHand: ReadonlySet<MentionTable> = new Set(places.filter((one) => one.byHand).map((one) => one.table));

/** Words and digits that a text has in it when it names them, for the database to begin with; core/privacy/mentions says where. */
export type Needles = { words: readonly string[]; digits: readonly string[] };

export type MentionRow = {
  table: MentionTable;
  field: string;
  id: string;
  text: string;
  personId: string | null;
  opportunityId: string | null;
  on: string | null;
  byHand: boolean;
};

/** As core/import/fold-text folds, as far as it matters for finding. */
const folded = (column: RawBuilder<unknown>) => sql`
  case when octet_length(${column}) = length(${column}) then lower(${column}) else lower(regexp_replace(normalize(${column}, NFKD), '[\u0300-\u036f]', '', 'g')) end`;

/** Without what stands between the digits of a number (core/privacy/mentions): cheaper than an expression. */
const closedUp = (column: RawBuilder<unknown>) => sql`translate(${column}, ${' \t\n\r\u00a0()-./'}, '')`;

const like = (needles: readonly string[]) => needles.map((needle) => `%${needle.replaceAll(/[\\%_]/g, '\\$&')}%`);

/**
 * Texts about others that may name these persons. One pass over all texts: it is asked by hand, a few times a year. `most` of each field,
 * the newest first.
 */
export async function textsThatMayName(
  tx: Tx,
  needles: Needles,
  of: { persons: readonly string[]; opportunities: readonly string[]; organisations: readonly string[] },
  most: number,
): Promise<MentionRow[]> {
  if (needles.words.length === 0 && needles.digits.length === 0) return [];
  const found: MentionRow[] = [];
  for (const place of places)
    for (const field of place.fields) {
      const column = sql.ref(`t.${field}`);
      const ref = (name: string | undefined, type: 'uuid' | 'date') =>
        name === undefined ? sql`null::${sql.raw(type)}` : sql.ref(`t.${name}`);
      const person = ref(place.person, 'uuid');
      const opportunity = ref(place.opportunity, 'uuid');
      const { rows } = await sql<Omit<MentionRow, 'table' | 'field' | 'byHand'>>`
        select t.id, ${column} as text, ${person} as "personId", ${opportunity} as "opportunityId", ${ref(place.on, 'date')} as "on"
        from ${sql.table(nameOf(place.table))} t
        where t.workspace_id = ${tx.workspaceId} and ${column} <> ''
          and (${folded(column)} like any(${like(needles.words)}::text[])
            or ${closedUp(column)} like any(${like(needles.digits)}::text[]))
          and (${person} is null or ${person} <> all(${[...of.persons]}::uuid[]))
          and (${opportunity} is null or ${opportunity} <> all(${[...of.opportunities]}::uuid[]))
          and t.id <> all(${[...of.organisations]}::uuid[])
        order by t.id desc limit ${most}`.execute(tx.db);
      found.push(...rows.map((row) => ({ table: place.table, field, byHand: isByHand.has(place.table), ...row })));
    }
  return found;
}

/** What these notes were found by goes before they are written: their new words come with them. */
export async function forgetWords(tx: Tx, rows: readonly MentionRow[]): Promise<void> {
  const notes = rows.filter(({ table }) => table === 'moment' || table === 'event').map(({ id }) => id);
  if (notes.length > 0) await sql`select text_forget(${tx.workspaceId}::uuid, ${notes}::uuid[])`.execute(tx.db);
}

/** Writes one of these texts, where it still says what was read. */
export async function writeMention(tx: Tx, row: MentionRow, text: string): Promise<boolean> {
  const place = places.find((one) => one.table === row.table && one.fields.includes(row.field));
  if (!place || place.byHand) throw new Error(`${row.table}.${row.field} is not written here`);
  const version = place.hasVersion ? sql`, version = version + 1` : sql``;
  const { numAffectedRows } = await sql`
    update ${sql.table(place.table)} set ${sql.ref(row.field)} = ${text}${version}
    where workspace_id = ${tx.workspaceId} and id = ${row.id} and ${sql.ref(row.field)} = ${row.text}`.execute(tx.db);
  return numAffectedRows === 1n;
}

/** Images for undo, and of imports, that hold the old text of these records. */
export async function imagesOf(
  tx: Tx,
  records: readonly string[],
): Promise<{ table: 'change' | 'import_touched' | 'import_changed'; id: string; record: string; text: string }[]> {
  const ids = sql`${[...records]}::uuid[]`;
  const { rows } = await sql<{
    table: 'change' | 'import_touched' | 'import_changed';
    id: string;
    record: string;
    text: string;
  }>`
    select 'change' as "table", c.id, c.id as record, c.image::text as text from change c where c.workspace_id = ${tx.workspaceId}
      and c.id in (select change_id from change_record r where r.workspace_id = ${tx.workspaceId} and r.record_id = any(${ids}))
    union all
    select 'import_touched', import_id, person_id, before::text from import_touched where workspace_id = ${tx.workspaceId} and person_id = any(${ids})
    union all
    select 'import_changed', import_id, opportunity_id, before::text from import_changed
    where workspace_id = ${tx.workspaceId} and opportunity_id = any(${ids})`.execute(tx.db);
  return rows;
}

export async function forgetImages(
  tx: Tx,
  images: readonly { table: 'change' | 'import_touched' | 'import_changed'; id: string; record: string }[],
): Promise<void> {
  for (const { table, id, record } of images) {
    if (table === 'change')
      await sql`delete from change where workspace_id = ${tx.workspaceId} and id = ${id}`.execute(tx.db);
    else {
      const column = table === 'import_touched' ? 'person_id' : 'opportunity_id';
      await sql`
        delete from ${sql.table(table)} where workspace_id = ${tx.workspaceId} and import_id = ${id} and ${sql.ref(column)} = ${record}`.execute(
        tx.db,
      );
    }
  }
}

/** How those are called that a text is about. */
export async function namesOf(
  tx: Tx,
  persons: readonly string[],
  opportunities: readonly string[],
): Promise<Map<string, { name: string; personId: string | null }>> {
  const { rows } = await sql<{ id: string; name: string; personId: string | null }>`
    select id, name, id as "personId" from person where workspace_id = ${tx.workspaceId} and id = any(${[...persons]}::uuid[])
    union all
    select o.id, coalesce(p.name, g.name, o.title), o.person_id from opportunity o
    left join person p on p.workspace_id = o.workspace_id and p.id = o.person_id
    left join organisation g on g.workspace_id = o.workspace_id and g.id = o.organisation_id
    where o.workspace_id = ${tx.workspaceId} and o.id = any(${[...opportunities]}::uuid[])`.execute(tx.db);
  return new Map(rows.map(({ id, ...row }) => [id, row]));
}
