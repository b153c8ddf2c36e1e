import type pg from 'pg';
import { addDays } from '#core/day/day';
import { aggregate } from '#core/counter/counter-delta';
import type { CounterRow } from '#core/counter/contribution';
import { organisationKey } from '#core/import/name-key';
import type { Databases } from '#db/connect';
import { copyIn, copyLine } from '#db/copy';
import { addToCounters } from '#db/counter';
import { rankValue } from '#core/opportunity/rank-value';
import { inWorkspace } from '#db/transaction';
import { inventNote } from './invent-note.ts';
import { idOf, inventPerson, organisationName, personsPerOrganisation } from './invent.ts';
import { type Invented, inventOpportunity, type Wish } from './invent-opportunity.ts';

export type Load = Wish & {
  workspaceId: string;
  /** Beside the open ones: 0.12 is 12 ended on 100 open. */
  endedShare: number;
  averageValue: number;
};

export type Loading = { superuser: pg.Client; databases: Databases };

const batch = 20_000;

/**
 * Fills workspaces, as superuser: without row security, foreign keys and indexes while loading (all true by construction, and the indexes
 * are made after), with counters by the same core function as the use cases. Some 10 seconds a 100,000.
 */
export async function load(loading: Loading, wishes: readonly Load[], log: (line: string) => void): Promise<void> {
  const { superuser } = loading;
  const began = performance.now();
  await superuser.query(`set session_replication_role = replica`);
  const indexes = await dropIndexes(superuser);
  for (const wish of wishes) {
    await loadRows(loading, wish);
    log(`${wish.open} open of ${wish.assigneeIds.length} assignees: rows there after ${seconds(began)}`);
  }
  await superuser.query(
    `insert into search_word (workspace_id, word, person_id)
     select workspace_id, word, min(person_id::text)::uuid from person_search, unnest(tsvector_to_array(words)) as word
     where workspace_id = any($1::uuid[]) group by 1, 2`,
    [wishes.map((wish) => wish.workspaceId)],
  );
  // As the triggers would (0017-board.sql, 0028-speed.sql), which do not run while loading.
  await superuser.query(
    `insert into text_search select workspace_id, 'event', id, array_to_tsvector(note_words(note)) from event where note <> '' and workspace_id = any($1::uuid[])
     union all select workspace_id, 'organisation', id, array_to_tsvector(note_words(name_key)) from organisation where workspace_id = any($1::uuid[])`,
    [wishes.map((wish) => wish.workspaceId)],
  );
  await superuser.query(
    `insert into text_word select workspace_id, kind = 'organisation', word, min(record_id::text)::uuid from text_search, unnest(tsvector_to_array(words)) as word
     where workspace_id = any($1::uuid[]) group by 1, 2, 3`,
    [wishes.map((wish) => wish.workspaceId)],
  );
  for (const index of indexes) await superuser.query(index);
  await superuser.query(`set session_replication_role = origin`);
  await superuser.query('vacuum (analyze)');
  await superuser.query('checkpoint');
  log(`indexes and statistics after ${seconds(began)}`);
}

async function loadRows({ superuser, databases }: Loading, wish: Load): Promise<void> {
  const persons = wish.open;
  await copyBatches(
    superuser,
    'organisation',
    ['workspace_id', 'id', 'name', 'name_key'],
    Math.ceil(persons / personsPerOrganisation),
    (n) => {
      const name = organisationName(n);
      return copyLine([wish.workspaceId, idOf('organisation', n), name, organisationKey(name)]);
    },
  );
  await copyBatches(superuser, 'person', personColumns, persons, (n) => {
    const p = inventPerson(n);
    return copyLine([
      wish.workspaceId,
      p.id,
      p.name,
      p.firstName,
      p.particle,
      p.lastName,
      p.nameKey,
      p.sortKey,
      p.email,
      p.email,
      p.phone,
      'conversation',
      '2026-01-05',
      ...(n % 10 === 0
        ? [addDays(wish.today, (n % 910) - 91), 'call', 91, memberOf(n, wish)]
        : [null, null, null, null]),
    ]);
  });
  // A third has a birthday: some thousand on each day of the year at a million.
  await copyBatches(superuser, 'important_day', dayColumns, Math.floor(persons / 3), (n) => {
    const nextOn = addDays(wish.today, n % 365);
    return copyLine([
      wish.workspaceId,
      idOf('important_day', n),
      idOf('person', n * 3),
      memberOf(n, wish),
      'birthday',
      Number(nextOn.slice(5, 7)),
      Number(nextOn.slice(8)),
      nextOn,
    ]);
  });
  await copyBatches(superuser, 'person_organisation', ['workspace_id', 'person_id', 'organisation_id'], persons, (n) =>
    copyLine([wish.workspaceId, idOf('person', n), idOf('organisation', Math.floor(n / personsPerOrganisation))]),
  );
  await copyBatches(superuser, 'person_search', ['workspace_id', 'person_id', 'folded_text'], persons, (n) =>
    copyLine([wish.workspaceId, idOf('person', n), inventPerson(n).search]),
  );
  let counters: CounterRow[] = [];
  const total = wish.open + Math.round(wish.open * wish.endedShare);
  for (let from = 0; from < total; from += batch) {
    const made = Array.from({ length: Math.min(batch, total - from) }, (_, i) =>
      inventOpportunity(from + i, persons, wish),
    );
    await copy(
      superuser,
      'opportunity',
      opportunityColumns,
      made.map((one) => opportunityLine(one, wish)),
    );
    await copy(
      superuser,
      'moment',
      momentColumns,
      made.flatMap((one) => momentLines(one, wish)),
    );
    await copy(
      superuser,
      'event',
      eventColumns,
      made.flatMap((one, i) => eventLines(one, from + i, wish)),
    );
    counters = aggregate([...counters, ...made.flatMap((one) => one.counters)]);
  }
  await inWorkspace(databases, wish.workspaceId, (tx) => addToCounters(tx, counters));
}

const memberOf = (n: number, wish: Load): string | null => wish.assigneeIds[n % wish.assigneeIds.length] ?? null;
const dayColumns = ['workspace_id', 'id', 'person_id', 'member_id', 'kind', 'month', 'day', 'next_on'];

export const seconds = (since: number): string => `${((performance.now() - since) / 1000).toFixed(1)} s`;

/** Not those of primary keys: they are made again from their own definition. */
async function dropIndexes(client: pg.Client): Promise<string[]> {
  const { rows } = await client.query<{ name: string; definition: string }>(
    `select i.indexrelid::regclass::text as name, pg_get_indexdef(i.indexrelid) as definition from pg_index i join pg_class c on c.oid = i.indrelid
     join pg_namespace n on n.oid = c.relnamespace where n.nspname = 'public' and not i.indisprimary
     and c.relname in ('organisation', 'person', 'person_organisation', 'person_search', 'search_word', 'opportunity', 'moment', 'event', 'important_day', 'text_search', 'text_word') order by 1`,
  );
  for (const { name } of rows) await client.query(`drop index ${name}`);
  return rows.map(({ definition }) => definition);
}

async function copyBatches(
  client: pg.Client,
  table: string,
  columns: readonly string[],
  count: number,
  line: (n: number) => string,
): Promise<void> {
  function* lines(): Generator<Buffer> {
    for (let from = 0; from < count; from += 500) {
      let text = '';
      for (let n = from; n < Math.min(count, from + 500); n += 1) text += line(n);
      yield Buffer.from(text);
    }
  }
  await copyIn(client, `copy ${table} (${columns.join(', ')}) from stdin`, lines());
}

async function copy(
  client: pg.Client,
  table: string,
  columns: readonly string[],
  lines: readonly string[],
): Promise<void> {
  if (lines.length === 0) return;
  await copyBatches(client, table, columns, lines.length, (n) => lines[n] ?? '');
}

const personColumns = [
  'workspace_id',
  'id',
  'name',
  'first_name',
  'particle',
  'last_name',
  'name_key',
  'sort_key',
  'email',
  'email_key',
  'phone',
  'basis',
  'created_on',
  'care_on',
  'care_channel',
  'care_every_days',
  'care_member_id',
];

const opportunityColumns = [
  'workspace_id',
  'id',
  'person_id',
  'organisation_id',
  'assignee_id',
  'ended_assignee_id',
  'credited_id',
  'title',
  'value',
  'rank_value',
  'source',
  'keen',
  'state',
  'stop_kind',
  'stop_reason',
  'opening_held',
  'held_known',
  'opening_last_on',
  'held',
  'conversations',
  'warmth',
  'next_on',
  'next_channel',
  'next_step',
  'next_intent',
  'next_purpose',
  'last_on',
  'last_channel',
  'last_outcome',
  'created_on',
  'ended_on',
];

function opportunityLine({ opportunity: o }: Invented, wish: Load): string {
  return copyLine([
    wish.workspaceId,
    o.id,
    o.personId,
    o.organisationId,
    o.assigneeId,
    o.endedAssigneeId,
    o.creditedId,
    o.title,
    o.value,
    rankValue(o.value, o.held, wish.averageValue),
    o.source,
    o.keen,
    o.state,
    o.stop?.kind,
    o.stop?.reason,
    o.openingHeld,
    o.heldKnown,
    o.openingLastOn,
    o.held,
    o.conversations,
    o.warmth,
    o.next?.on,
    o.next?.channel,
    o.next?.step,
    o.next?.intent,
    o.next?.purpose,
    o.last?.on,
    o.last?.channel,
    o.last?.outcome,
    o.createdOn,
    o.endedOn,
  ]);
}

const momentColumns = [
  'workspace_id',
  'id',
  'opportunity_id',
  'person_id',
  'member_id',
  'number',
  'channel',
  'outcome',
  'warmth_before',
  'minutes',
  'minutes_told',
  'happened_on',
  'created_at',
];

function momentLines({ opportunity, moments }: Invented, wish: Load): string[] {
  return moments.map((m) =>
    copyLine([
      wish.workspaceId,
      m.id,
      opportunity.id,
      opportunity.personId,
      m.memberId,
      m.number,
      m.channel,
      m.outcome,
      m.warmthBefore,
      m.minutes,
      m.minutesTold,
      m.happenedOn,
      m.createdAt,
    ]),
  );
}

const eventColumns = [
  'workspace_id',
  'id',
  'opportunity_id',
  'person_id',
  'member_id',
  'kind',
  'happened_on',
  'number',
  'warmth',
  'assignee_id',
  'stop_kind',
  'reason',
  'note',
  'created_at',
];

function eventLines({ opportunity: o }: Invented, n: number, wish: Load): string[] {
  const about = (place: number, kind: string, on: string, number: number) =>
    copyLine([
      wish.workspaceId,
      idOf('event', n * 2 + place),
      o.id,
      o.personId,
      o.assigneeId,
      kind,
      on,
      number,
      o.warmth,
      o.assigneeId,
      kind === 'stopped' ? o.stop?.kind : null,
      kind === 'stopped' ? o.stop?.reason : null,
      kind === 'imported' ? inventNote(n) : null,
      new Date(`${on}T12:00:00Z`),
    ]);
  const created = about(0, 'imported', o.createdOn, o.openingHeld);
  return o.state === 'open'
    ? [created]
    : [created, about(1, o.state === 'won' ? 'won' : 'stopped', o.endedOn ?? o.createdOn, o.held)];
}
