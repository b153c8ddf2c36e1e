import { type Selectable, sql, type Updateable } from 'kysely';
import type { CounterRow } from '#core/counter/contribution';
import type { PostalAddress } from '#core/person/postal-address';
import type { ImportTable } from './import-tables.ts';
import { type ContactColumns, contactColumnsOf } from './known-contact.ts';
import type { Tx } from './transaction.ts';

export type ImportRow = Omit<Selectable<ImportTable>, 'content'>;

const columns = [
  'workspace_id',
  'id',
  'member_id',
  'file_name',
  'file_hash',
  'kind',
  'recognised',
  'columns',
  'choices',
  'row_count',
  'status',
  'done_count',
  'counts',
  'rejected',
  'history',
  'currencies',
  'failure',
  'kept_after_undo',
  'beat_at',
  'committed_at',
  'undone_at',
  'words_due',
  'created_at',
] as const;

export async function insertImport(
  tx: Tx,
  row: Omit<
    ImportRow,
    | 'workspace_id'
    | 'columns'
    | 'choices'
    | 'rejected'
    | 'history'
    | 'currencies'
    | 'counts'
    | 'failure'
    | 'done_count'
    | 'kept_after_undo'
    | 'beat_at'
    | 'committed_at'
    | 'undone_at'
    | 'words_due'
  > & { content: Buffer | null; columns: unknown; history: unknown; currencies: unknown },
): Promise<void> {
  await tx.db
    .insertInto('import')
    .values({
      workspace_id: tx.workspaceId,
      ...row,
      columns: JSON.stringify(row.columns),
      history: JSON.stringify(row.history),
      currencies: JSON.stringify(row.currencies),
    })
    .execute();
}

export async function findImport(tx: Tx, id: string): Promise<ImportRow | undefined> {
  return tx.db
    .selectFrom('import')
    .select(columns)
    .where('workspace_id', '=', tx.workspaceId)
    .where('id', '=', id)
    .executeTakeFirst();
}

export async function lockImport(tx: Tx, id: string): Promise<ImportRow | undefined> {
  return tx.db
    .selectFrom('import')
    .select(columns)
    .where('workspace_id', '=', tx.workspaceId)
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst();
}

export async function importContent(tx: Tx, id: string): Promise<Buffer | null> {
  const row = await tx.db
    .selectFrom('import')
    .select('content')
    .where('workspace_id', '=', tx.workspaceId)
    .where('id', '=', id)
    .executeTakeFirst();
  return row?.content ?? null;
}

/**
 * Without those that were never brought in and whose file is not kept (any more): nobody can go on with them. A commit of such a file, from
 * the command line, is listed while it runs: it gave a sign of life after `alive`.
 */
export async function listImports(tx: Tx, limit: number, alive: Date): Promise<ImportRow[]> {
  return tx.db
    .selectFrom('import')
    .select(columns)
    .where('workspace_id', '=', tx.workspaceId)
    .where((eb) =>
      eb.or([
        eb('content', 'is not', null),
        eb('status', 'in', ['committed', 'undone']),
        eb.and([eb('status', '=', 'committing'), eb(eb.fn.coalesce('beat_at', 'created_at'), '>', alive)]),
      ]),
    )
    .orderBy('created_at', 'desc')
    .limit(limit)
    .execute();
}

export async function updateImport(tx: Tx, id: string, values: Updateable<ImportTable>): Promise<void> {
  await tx.db
    .updateTable('import')
    .set(values)
    .where('workspace_id', '=', tx.workspaceId)
    .where('id', '=', id)
    .execute();
}

export async function deleteImport(tx: Tx, id: string): Promise<void> {
  await tx.db.deleteFrom('import').where('workspace_id', '=', tx.workspaceId).where('id', '=', id).execute();
}

/** One that brought nothing in; a commit that stood stays. */
export async function forgetUnfinished(tx: Tx, id: string): Promise<void> {
  await tx.db
    .deleteFrom('import')
    .where('workspace_id', '=', tx.workspaceId)
    .where('id', '=', id)
    .where('status', 'in', ['checking', 'committing', 'failed'])
    .execute();
}

/** Uploads are kept until their undo lapses; the bytes go, the record stays. */
export async function forgetOldContent(tx: Tx, before: Date): Promise<void> {
  await tx.db
    .updateTable('import')
    .set({ content: null })
    .where('workspace_id', '=', tx.workspaceId)
    .where('created_at', '<', before)
    .where('content', 'is not', null)
    .execute();
}

export type KnownPerson = {
  id: string;
  version: number;
  nameKey: string;
  emailKey: string | null;
  linkedin: string | null;
  /** Whether it is known where they are. */
  placed: boolean;
  objected: boolean;
  suppressedBy: string | null;
  name: string;
  /** Weekdays on which they are never contacted. */
  never_days: number[];
} & ContactColumns;

const known = sql`p.id, p.version, p.name, p.name_key as "nameKey", p.email_key as "emailKey", p.linkedin, p.never_days, ${contactColumnsOf('p')},
  coalesce(p.street, p.postcode, p.city) is not null as placed,
  p.objected_on is not null as objected, p.suppressed_by as "suppressedBy"`;

/**
 * Persons by mail address, number, or name within an organisation (definition 19), for one batch. A probe of the index for each key
 * (lateral): during an import there are no statistics, and `= any(…)` of a thousand keys then reads the whole table. The people of an
 * organisation are looked through once, however many rows speak of it.
 */
export async function findKnownPersons(
  tx: Tx,
  keys: {
    emails: string[];
    phones: string[];
    named: { nameKey: string; organisationKey: string }[];
  },
): Promise<{
  byEmail: KnownPerson[];
  byPhone: KnownPerson[];
  byName: (KnownPerson & { organisationId: string })[];
}> {
  const [byEmail, byPhone, byName] = await Promise.all([
    keys.emails.length > 0
      ? sql<KnownPerson>`
          select ${known} from unnest(${keys.emails}::text[]) as wanted (key)
          cross join lateral (select * from person p where p.workspace_id = ${tx.workspaceId} and p.email_key = wanted.key offset 0) as p
          order by p.id`.execute(tx.db)
      : { rows: [] },
    keys.phones.length > 0
      ? sql<KnownPerson>`
          select ${known} from unnest(${keys.phones}::text[]) as wanted (key)
          cross join lateral (select * from person p where p.workspace_id = ${tx.workspaceId} and p.phone = wanted.key offset 0) as p
          order by p.id`.execute(tx.db)
      : { rows: [] },
    keys.named.length > 0
      ? sql<KnownPerson & { organisationId: string }>`
          select ${known}, l.organisation_id as "organisationId"
          from unnest(${[...new Set(keys.named.map((n) => n.organisationKey))]}::text[]) as wanted (organisation_key)
          cross join lateral (
            select id from organisation g where g.workspace_id = ${tx.workspaceId} and g.name_key = wanted.organisation_key order by g.id limit 1
          ) as g
          cross join lateral (select * from person_organisation l where l.workspace_id = ${tx.workspaceId} and l.organisation_id = g.id offset 0) as l
          cross join lateral (select * from person p where p.workspace_id = l.workspace_id and p.id = l.person_id offset 0) as p
          where (p.name_key, wanted.organisation_key) in (
            select * from unnest(${keys.named.map((n) => n.nameKey)}::text[], ${keys.named.map((n) => n.organisationKey)}::text[]))
          order by p.id`.execute(tx.db)
      : { rows: [] },
  ]);
  return { byEmail: byEmail.rows, byPhone: byPhone.rows, byName: byName.rows };
}

/** Who came back as a new person with one of these entries of the list of objections. */
export async function findSuppressedPersons(tx: Tx, subjectIds: readonly string[]): Promise<KnownPerson[]> {
  if (subjectIds.length === 0) return [];
  const { rows } = await sql<KnownPerson>`
    select ${known} from person p
    where p.workspace_id = ${tx.workspaceId} and p.suppressed_by = any(${[...subjectIds]}::uuid[]) order by p.id`.execute(
    tx.db,
  );
  return rows;
}

export async function findKnownOrganisations(
  tx: Tx,
  nameKeys: readonly string[],
): Promise<{ id: string; nameKey: string; name: string }[]> {
  if (nameKeys.length === 0) return [];
  const { rows } = await sql<{ id: string; nameKey: string; name: string }>`
    select distinct on (name_key) id, name_key as "nameKey", name from organisation where workspace_id = ${tx.workspaceId} and name_key = any(${nameKeys}::text[]) order by name_key, id`.execute(
    tx.db,
  );
  return rows;
}

export type KnownOpportunity = {
  id: string;
  externalKey: string;
  title: string;
  value: number | null;
  keen: string | null;
  source: string | null;
};

export async function findKnownOpportunities(tx: Tx, externalKeys: readonly string[]): Promise<KnownOpportunity[]> {
  if (externalKeys.length === 0) return [];
  const { rows } = await sql<KnownOpportunity>`
    select o.id, o.external_key as "externalKey", o.title, o.value, o.keen, o.source from unnest(${externalKeys}::text[]) as wanted (key)
    cross join lateral (select * from opportunity o where o.workspace_id = ${tx.workspaceId} and o.external_key = wanted.key offset 0) as o`.execute(
    tx.db,
  );
  return rows;
}

/** Opportunities of an import that nobody has touched since, a page by id. */
export async function untouchedOfImport(tx: Tx, importId: string, limit: number): Promise<string[]> {
  const { rows } = await sql<{
    id: string;
  }>`select id from opportunity where workspace_id = ${tx.workspaceId} and import_id = ${importId} and version = 1 limit ${limit}`.execute(
    tx.db,
  );
  return rows.map((row) => row.id);
}

/** Persons and organisations of an import on which nothing stands any more. */
export async function deleteUnusedOfImport(tx: Tx, importId: string): Promise<void> {
  await sql`
    delete from person p where p.workspace_id = ${tx.workspaceId} and p.import_id = ${importId} and p.version = 1
      and not exists (select from opportunity o where o.workspace_id = p.workspace_id and o.person_id = p.id)
      and not exists (select from moment m where m.workspace_id = p.workspace_id and m.person_id = p.id)
      and not exists (select from promise r where r.workspace_id = p.workspace_id and r.person_id = p.id)
      -- The import's own proof bears the person's id.
      and not exists (select from consent c where c.workspace_id = p.workspace_id and c.person_id = p.id and c.void_at is null
        and (c.id <> p.id or c.withdrawn_at is not null))
      and not exists (select from person_file f where f.workspace_id = p.workspace_id and f.person_id = p.id and f.removed_at is null)
      and not exists (select from event e where e.workspace_id = p.workspace_id and e.person_id = p.id)
      and not exists (select from outbox m where m.workspace_id = p.workspace_id and m.person_id = p.id)
      and not exists (select from important_day d where d.workspace_id = p.workspace_id and d.person_id = p.id)
      and not exists (select from connection c where c.workspace_id = p.workspace_id and c.person_id = p.id)
      and not exists (select from connection c where c.workspace_id = p.workspace_id and c.other_id = p.id)`.execute(
    tx.db,
  );
  await sql`
    delete from organisation g where g.workspace_id = ${tx.workspaceId} and g.import_id = ${importId} and g.version = 1
      and not exists (select from opportunity o where o.workspace_id = g.workspace_id and o.organisation_id = g.id)
      and not exists (select from person_organisation l where l.workspace_id = g.workspace_id and l.organisation_id = g.id)`.execute(
    tx.db,
  );
}

export async function touchedOfImport(
  tx: Tx,
  importId: string,
): Promise<{ personId: string; before: Record<string, unknown>; version: number }[]> {
  const rows = await tx.db
    .selectFrom('import_touched')
    .selectAll()
    .where('workspace_id', '=', tx.workspaceId)
    .where('import_id', '=', importId)
    .execute();
  return rows.map((row) => ({
    personId: row.person_id,
    before: row.before as Record<string, unknown>,
    version: row.version_after,
  }));
}

export type PersonFill = {
  id: string;
  email: string | null;
  emailKey: string | null;
  phone: string | null;
  linkedin: string | null;
  /** As a whole, and only where nothing is known of where they are. */
  address: PostalAddress | null;
};

/** Fills what is empty of persons that were known already, keeping their image for the undo of this import. Answers who was filled. */
export async function fillPersons(tx: Tx, importId: string, fills: readonly PersonFill[]): Promise<string[]> {
  if (fills.length === 0) return [];
  const wanted = sql`unnest(${fills.map((f) => f.id)}::uuid[], ${fills.map((f) => f.email)}::text[], ${fills.map((f) => f.emailKey)}::text[], ${fills.map((f) => f.phone)}::text[],
    ${fills.map((f) => f.linkedin)}::text[], ${fills.map((f) => f.address?.street ?? null)}::text[], ${fills.map((f) => f.address?.postcode ?? null)}::text[],
    ${fills.map((f) => f.address?.city ?? null)}::text[], ${fills.map((f) => f.address?.country ?? null)}::text[]) as x (id, email, email_key, phone, linkedin, street, postcode, city, country)`;
  const unplaced = sql`coalesce(p.street, p.postcode, p.city) is null and coalesce(x.street, x.postcode, x.city) is not null`;
  const lacks = sql`((p.email is null and x.email is not null) or (p.phone is null and x.phone is not null) or (p.linkedin is null and x.linkedin is not null) or (${unplaced}))`;
  // Both at once: what is asked after this finds the persons as they are filled.
  const keep = sql`
    insert into import_touched (workspace_id, import_id, person_id, before, version_after)
    select p.workspace_id, ${importId}::uuid, p.id, to_jsonb(p), p.version + 1 from person p join ${wanted} on x.id = p.id
    where p.workspace_id = ${tx.workspaceId} and p.import_id is distinct from ${importId}::uuid and ${lacks}
    on conflict do nothing`.execute(tx.db);
  const fill = sql<{ id: string }>`
    update person p set email = coalesce(p.email, x.email), email_key = coalesce(p.email_key, x.email_key), phone = coalesce(p.phone, x.phone),
      linkedin = coalesce(p.linkedin, x.linkedin),
      street = case when ${unplaced} then x.street else p.street end, postcode = case when ${unplaced} then x.postcode else p.postcode end,
      city = case when ${unplaced} then x.city else p.city end, country = case when ${unplaced} then coalesce(p.country, x.country) else p.country end, version = p.version + (case when p.import_id = ${importId}::uuid then 0 else 1 end)
    from ${wanted} where p.workspace_id = ${tx.workspaceId} and p.id = x.id and ${lacks} returning p.id`.execute(tx.db);
  const [, { rows }] = await Promise.all([keep, fill]);
  await sql`
    update import_touched t set version_after = p.version from person p
    where t.workspace_id = ${tx.workspaceId} and t.import_id = ${importId}::uuid and p.workspace_id = t.workspace_id and p.id = t.person_id
      and t.person_id = any(${rows.map((row) => row.id)}::uuid[])`.execute(tx.db);
  return rows.map((row) => row.id);
}

/** What persons are found by, read back for those whose addresses or organisations changed. */
export async function searchFactsOf(
  tx: Tx,
  ids: readonly string[],
): Promise<{ id: string; name: string; email: string | null; phone: string | null; organisations: string[] }[]> {
  if (ids.length === 0) return [];
  const { rows } = await sql<{
    id: string;
    name: string;
    email: string | null;
    phone: string | null;
    organisations: string[];
  }>`
    select p.id, p.name, p.email, p.phone,
      array(select g.name from person_organisation l join organisation g on g.workspace_id = l.workspace_id and g.id = l.organisation_id
        where l.workspace_id = p.workspace_id and l.person_id = p.id order by g.id) as organisations
    from person p where p.workspace_id = ${tx.workspaceId} and p.id = any(${ids}::uuid[])`.execute(tx.db);
  return rows;
}

/**
 * A row with an externalId that is known: what is empty here is filled, a changed value or title is taken over as long as nobody
 * worked it here. Keeps the image for the undo of this import. Answers what that is to the board's counters; null: nothing changed.
 */
export async function updateImportedOpportunity(
  tx: Tx,
  importId: string,
  present: KnownOpportunity,
  draft: { title: string; value: number | null; keen: string | null; source: string | null },
  averageValue: number,
): Promise<CounterRow[] | null> {
  const value = draft.value ?? present.value;
  const { rows } = await sql<{ whose: string; held: number; stage: string | null; before: number | null }>`
    with present as materialized (
      select workspace_id, id, import_id, assignee_id as whose, held as at_number, stage as in_stage, value as was_worth, to_jsonb(opportunity) as image from opportunity
      where workspace_id = ${tx.workspaceId} and id = ${present.id} and state = 'open' and held = opening_held and revived = 0
        and ((${draft.title} <> '' and title <> ${draft.title}) or value is distinct from ${value}::bigint or (keen is null and ${draft.keen}::text is not null))
      for update
    ), changed as (
      update opportunity o set title = case when ${draft.title} <> '' then ${draft.title} else title end, value = ${value}::bigint,
        rank_value = coalesce(${value}::bigint, ${averageValue}::bigint) * 0.5 ^ greatest(0, held - 12), keen = coalesce(keen, ${draft.keen}::text), version = version + 1,
        -- Another amount than so much a month for a term: what recurred is no longer known.
        (monthly, term_months, starts_on, renews, notice_months) = (select monthly, term_months, starts_on, renews, notice_months where o.value is not distinct from ${value}::bigint)
      from present where o.workspace_id = present.workspace_id and o.id = present.id returning o.id, o.version
    ), kept as (
      insert into import_changed (workspace_id, import_id, opportunity_id, before, version_after)
      select present.workspace_id, ${importId}::uuid, present.id, present.image, changed.version from present join changed using (id)
      where present.import_id is distinct from ${importId}::uuid
    )
    select present.whose, present.at_number as held, present.in_stage as stage, present.was_worth as before from changed join present using (id)`.execute(
    tx.db,
  );
  return rows[0] ? boardChange(rows[0], value) : null;
}

/** An open one keeps its place on the board, and its amount changes there: with the counters of the import, at its end. */
function boardChange(
  row: { whose: string; held: number; stage: string | null; before: number | null },
  value: number | null,
): CounterRow[] {
  return [
    {
      table: 'board',
      assigneeId: row.whose,
      number: Math.min(row.held, 12),
      stage: row.stage ?? '',
      count: 0,
      value: (value ?? 0) - (row.before ?? 0),
      withoutValue: Number(value === null) - Number(row.before === null),
    },
  ];
}

export async function momentsOfImport(
  tx: Tx,
  importId: string,
): Promise<{ opportunityId: string; momentIds: string[] }[]> {
  const { rows } = await sql<{ opportunityId: string; momentIds: string[] }>`
    select opportunity_id as "opportunityId", array_agg(id::text) as "momentIds" from moment
    where workspace_id = ${tx.workspaceId} and import_id = ${importId} and void_at is null and opportunity_id is not null group by 1 order by 1`.execute(
    tx.db,
  );
  return rows;
}
