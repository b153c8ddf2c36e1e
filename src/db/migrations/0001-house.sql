-- The house: every table of a workspace has primary key (workspace_id, …) with ids as UUIDv7, composite foreign keys,
-- row level security forced, and no grant beyond what the app needs. Roles: aanhouder_owner (runs this file, owns everything),
-- aanhouder_app (the application, owns nothing), aanhouder_auth (schema auth only).
-- Text is folded in the app (core/import/fold-text): no function of the database decides who is the same person.

create extension if not exists pg_trgm;
-- The workspace as part of a text index: a small company does not pay for the words of the large ones beside it.
create extension if not exists btree_gin;

-- The tenant of this transaction, set with a literal SET LOCAL app.workspace (set_config does not reach Citus workers).
create function current_workspace() returns uuid language sql stable parallel safe
  as $$ select nullif(current_setting('app.workspace', true), '')::uuid $$;

create table workspace (
  id uuid primary key,
  name text not null check (name <> ''),
  currency text not null default 'EUR' check (currency ~ '^[A-Z]{3}$'),
  time_zone text not null default 'Europe/Amsterdam',
  language text not null default 'nl' check (language in ('nl', 'en')),
  country text not null default 'NL',
  rhythm jsonb not null,
  minutes_by_channel jsonb not null,
  acquisition_minutes integer not null default 45 check (acquisition_minutes >= 0),
  p double precision not null default 0.2 check (p > 0 and p < 1),
  average_value bigint not null default 100000 check (average_value >= 0),
  version integer not null default 1,
  created_at timestamptz not null default now()
);

-- Foreign keys to workspace stand only where a row is made by hand: each check costs 10 µs a row and locks the one workspace row, and row
-- security already refuses another workspace's id (measured: foreign keys were 80% of an import).
create table team (
  workspace_id uuid not null references workspace (id) on delete cascade,
  id uuid not null,
  name text not null,
  primary key (workspace_id, id)
);

create table member (
  workspace_id uuid not null references workspace (id) on delete cascade,
  id uuid not null,
  -- In schema auth; no foreign key by design. Null: a colleague known from a file who has not joined.
  user_id text,
  name text not null check (name <> ''),
  email text,
  role text not null check (role in ('owner', 'manager', 'seller', 'viewer')),
  team_id uuid,
  language text not null default 'nl' check (language in ('nl', 'en')),
  time_zone text,
  minutes_a_day integer not null default 60 check (minutes_a_day between 1 and 1440),
  working_days smallint[] not null default '{1,2,3,4,5}',
  share_mirror boolean not null default false,
  guess_stops_after smallint,
  guess_sales_at smallint,
  version integer not null default 1,
  created_at timestamptz not null default now(),
  primary key (workspace_id, id),
  foreign key (workspace_id, team_id) references team (workspace_id, id)
);
create unique index member_user on member (workspace_id, user_id) where user_id is not null;

create table day_off (
  workspace_id uuid not null,
  id uuid not null,
  member_id uuid not null,
  from_on date not null,
  until_on date not null check (until_on >= from_on),
  note text,
  primary key (workspace_id, id),
  foreign key (workspace_id, member_id) references member (workspace_id, id) on delete cascade
);
create index day_off_member on day_off (workspace_id, member_id, until_on);

create table organisation (
  workspace_id uuid not null,
  id uuid not null,
  name text not null check (name <> ''),
  name_key text not null,
  legal_form text not null default 'unknown' check (legal_form in ('legal_person', 'sole_trader', 'consumer', 'unknown')),
  import_id uuid,
  version integer not null default 1,
  created_at timestamptz not null default now(),
  primary key (workspace_id, id)
);
create index organisation_name on organisation (workspace_id, name_key text_pattern_ops);

create table person (
  workspace_id uuid not null,
  id uuid not null,
  name text not null check (name <> ''),
  first_name text,
  particle text,
  last_name text,
  -- Folded: sorts and finds "van den Berg" under b.
  name_key text not null,
  sort_key text not null,
  email text,
  email_key text,
  phone text,
  linkedin text,
  legal_form text not null default 'unknown' check (legal_form in ('legal_person', 'sole_trader', 'consumer', 'unknown')),
  basis text not null default 'unverified'
    check (basis in ('customer', 'conversation', 'request', 'referral', 'event', 'public_source', 'bought_list', 'unverified')),
  good_to_know text,
  how_met text,
  care_on date,
  care_channel text check (care_channel in ('call', 'message', 'email', 'linkedin', 'meeting', 'video', 'visit', 'post')),
  care_every_days integer check (care_every_days > 0),
  objected_on date,
  to_complete boolean not null default false,
  import_id uuid,
  version integer not null default 1,
  created_on date not null,
  created_at timestamptz not null default now(),
  primary key (workspace_id, id),
  check ((care_on is null) = (care_channel is null))
);
create index person_email on person (workspace_id, email_key) where email_key is not null;
create index person_phone on person (workspace_id, phone) where phone is not null;
create index person_name on person (workspace_id, name_key text_pattern_ops);
create index person_sort on person (workspace_id, sort_key, id);
create index person_care on person (workspace_id, care_on) where care_on is not null;
create index person_import on person (workspace_id, import_id) where import_id is not null;

create table person_organisation (
  workspace_id uuid not null,
  person_id uuid not null,
  organisation_id uuid not null,
  title text,
  primary key (workspace_id, person_id, organisation_id),
  foreign key (workspace_id, person_id) references person (workspace_id, id) on delete cascade,
  foreign key (workspace_id, organisation_id) references organisation (workspace_id, id) on delete cascade
);
create index person_organisation_organisation on person_organisation (workspace_id, organisation_id);

create table opportunity (
  workspace_id uuid not null,
  id uuid not null,
  person_id uuid,
  organisation_id uuid,
  assignee_id uuid not null,
  -- The assignee when it ended: a sale or stop stays theirs after a hand-over (definition 12).
  ended_assignee_id uuid,
  -- The assignee at import: the imported history is credited to them.
  credited_id uuid not null,
  title text not null,
  value bigint check (value >= 0),
  -- value, or the workspace's average; halved for every moment beyond the twelfth (engine.md, section 2), so that Today's order
  -- needs only 13 buckets.
  rank_value double precision not null,
  source text,
  keen text,
  state text not null check (state in ('open', 'won', 'stopped')),
  stop_kind text check (stop_kind in ('refused', 'own_stop')),
  stop_reason text,
  stop_note text,
  -- Contacts from before Aanhouder; held = opening_held + numbered moments (definition 1).
  opening_held integer not null default 0 check (opening_held >= 0),
  held_known boolean not null default true,
  -- The last day of the imported history (definition 15): a moment on or before it fills opening_held instead of adding.
  opening_last_on date,
  held integer not null default 0 check (held >= opening_held),
  conversations integer not null default 0 check (conversations >= 0),
  bucket smallint not null generated always as (least(held, 12)) stored,
  warmth text not null default 'unknown' check (warmth in ('unknown', 'silent', 'spoke', 'interested')),
  pace text not null default 'active' check (pace in ('active', 'slow')),
  next_on date,
  next_channel text check (next_channel in ('call', 'message', 'email', 'linkedin', 'meeting', 'video', 'visit', 'post', 'wait')),
  next_at timestamptz,
  next_step smallint check (next_step between 1 and 12),
  next_intent text check (next_intent in ('give', 'ask')),
  next_purpose text check (next_purpose in ('requested', 'dialogue', 'promo')),
  next_act text,
  last_on date,
  last_channel text,
  last_outcome text,
  -- They spoke last, and wait for us (definition 4).
  waiting_since timestamptz,
  pin text check (pin in ('yes', 'no')),
  pin_on date,
  pin_reason text,
  objected boolean not null default false,
  -- How often it was picked up again (definition 5).
  revived integer not null default 0,
  -- The newest note, for cards: "your last words".
  last_words text,
  to_complete boolean not null default false,
  external_key text,
  import_id uuid,
  created_on date not null,
  ended_on date,
  version integer not null default 1,
  created_at timestamptz not null default now(),
  primary key (workspace_id, id),
  foreign key (workspace_id, person_id) references person (workspace_id, id),
  foreign key (workspace_id, organisation_id) references organisation (workspace_id, id),
  foreign key (workspace_id, assignee_id) references member (workspace_id, id),
  -- open ⇔ a next moment exists (product.md, section 5 rule 1). num_nulls, as a plain equality leaks NULLs.
  constraint open_has_next check (
    case when state = 'open' then num_nulls(next_on, next_channel, next_intent, next_purpose) = 0
    else num_nonnulls(next_on, next_channel, next_at, next_step, next_intent, next_purpose, next_act) = 0 end
  ),
  constraint stopped_has_kind check ((state = 'stopped') = (stop_kind is not null) and (state = 'stopped') = (stop_reason is not null)),
  constraint ended_is_not_open check (state <> 'open' or num_nonnulls(ended_on, ended_assignee_id) = 0),
  constraint ended_has_assignee check (state = 'open' or ended_assignee_id is not null),
  constraint pin_has_day check ((pin is null) = (pin_on is null))
);
-- Few due: by next_on and a sort. Many due: one short probe a row of gain on the covering index (architecture.md, Today).
create index opportunity_due on opportunity (workspace_id, assignee_id, next_on) include (bucket, warmth, rank_value, pin, pin_on, next_channel, id) where state = 'open';
create index opportunity_rank on opportunity (workspace_id, assignee_id, bucket, warmth, rank_value desc) include (next_on, id) where state = 'open';
create index opportunity_waiting on opportunity (workspace_id, assignee_id, waiting_since) where state = 'open' and waiting_since is not null;
create index opportunity_pinned on opportunity (workspace_id, assignee_id, pin_on) where state = 'open' and pin is not null;
create index opportunity_appointment on opportunity (workspace_id, assignee_id, next_on) where state = 'open' and next_at is not null;
create index opportunity_revive on opportunity (workspace_id, assignee_id, bucket, warmth, rank_value desc, id desc)
  where state = 'stopped' and stop_kind = 'own_stop' and not objected;
create index opportunity_person on opportunity (workspace_id, person_id);
create index opportunity_organisation on opportunity (workspace_id, organisation_id) where organisation_id is not null;
create index opportunity_newest on opportunity (workspace_id, created_on desc, id desc);
create index opportunity_to_complete on opportunity (workspace_id, id) where to_complete;
create index opportunity_import on opportunity (workspace_id, import_id) where import_id is not null;
create unique index opportunity_external on opportunity (workspace_id, external_key) where external_key is not null;

-- History. Append-only: a correction or an undo leaves the row and says when it stopped counting.
create table moment (
  workspace_id uuid not null,
  id uuid not null,
  opportunity_id uuid,
  person_id uuid,
  member_id uuid not null,
  number integer check (number >= 1),
  channel text not null check (channel in ('call', 'message', 'email', 'linkedin', 'meeting', 'video', 'visit', 'post')),
  outcome text not null check (outcome in
    ('no_answer', 'message_left', 'spoke', 'interested', 'appointment', 'not_now', 'declined', 'do_not_contact', 'bought')),
  -- Warmth before this moment: the engine's class (definition 8).
  warmth_before text not null default 'unknown',
  minutes integer not null check (minutes between 0 and 1440),
  note text,
  intent text check (intent in ('give', 'ask')),
  happened_on date not null,
  until_on date,
  -- The imported history holds this moment already: it fills opening_held instead of adding (definition 15).
  fills_opening boolean not null default false,
  import_id uuid,
  void_at timestamptz,
  version integer not null default 1,
  created_at timestamptz not null default now(),
  primary key (workspace_id, id),
  foreign key (workspace_id, opportunity_id) references opportunity (workspace_id, id) on delete cascade,
  foreign key (workspace_id, person_id) references person (workspace_id, id),
  foreign key (workspace_id, member_id) references member (workspace_id, id),
  check ((opportunity_id is null) <= (number is null)),
  check (opportunity_id is not null or person_id is not null)
);
create index moment_opportunity on moment (workspace_id, opportunity_id, number) where opportunity_id is not null;
create index moment_person on moment (workspace_id, person_id, happened_on desc, id desc) where person_id is not null;
create index moment_member_day on moment (workspace_id, member_id, happened_on) where void_at is null;
create index moment_import on moment (workspace_id, import_id) where import_id is not null;

-- What happened to an opportunity beside contact moments; together with moment it is all that verify needs.
create table event (
  workspace_id uuid not null,
  id uuid not null,
  opportunity_id uuid,
  person_id uuid,
  member_id uuid not null,
  kind text not null check (kind in
    ('created', 'imported', 'opening', 'stopped', 'won', 'revived', 'handed_over', 'planned', 'inbound', 'merged', 'pinned', 'undone', 'corrected')),
  happened_on date not null,
  -- held, warmth and assignee at that time.
  number integer,
  warmth text,
  assignee_id uuid,
  stop_kind text,
  reason text,
  channel text,
  note text,
  next_on date,
  void_at timestamptz,
  created_at timestamptz not null default now(),
  primary key (workspace_id, id),
  -- Its person and member are the opportunity's and the actor's: a check for each would cost a third of an import.
  foreign key (workspace_id, opportunity_id) references opportunity (workspace_id, id) on delete cascade
);
create index event_opportunity on event (workspace_id, opportunity_id, created_at) where opportunity_id is not null;
create index event_person on event (workspace_id, person_id, happened_on desc, id desc) where person_id is not null;

create table promise (
  workspace_id uuid not null,
  id uuid not null,
  person_id uuid not null,
  opportunity_id uuid,
  member_id uuid not null,
  promised_by text not null check (promised_by in ('me', 'them')),
  text text not null check (text <> ''),
  due_on date not null,
  state text not null default 'open' check (state in ('open', 'kept', 'broken')),
  version integer not null default 1,
  created_at timestamptz not null default now(),
  primary key (workspace_id, id),
  foreign key (workspace_id, person_id) references person (workspace_id, id),
  foreign key (workspace_id, opportunity_id) references opportunity (workspace_id, id) on delete cascade,
  foreign key (workspace_id, member_id) references member (workspace_id, id)
);
create index promise_due on promise (workspace_id, member_id, due_on) where state = 'open';
create index promise_person on promise (workspace_id, person_id);

-- Undo (definition 16): one change of a member, with the stored image before of every row it touched.
create table change (
  workspace_id uuid not null,
  id uuid not null,
  member_id uuid not null,
  kind text not null,
  -- { opportunities: [row…], persons: [row…], promises: [row…], moments: [row…], made: {moment: [id…], event: [id…], opportunity: […], person: […], promise: […]} }
  image jsonb not null,
  undone_at timestamptz,
  created_at timestamptz not null default now(),
  primary key (workspace_id, id),
  foreign key (workspace_id, member_id) references member (workspace_id, id)
);
create index change_made on change (workspace_id, created_at);

-- Which records a change touched and the version it left: undo is possible while that is still the newest.
create table change_record (
  workspace_id uuid not null,
  record_id uuid not null,
  change_id uuid not null,
  record_type text not null check (record_type in ('opportunity', 'person', 'promise', 'organisation')),
  version_after integer not null,
  primary key (workspace_id, record_id, change_id),
  foreign key (workspace_id, change_id) references change (workspace_id, id) on delete cascade
);
create index change_record_change on change_record (workspace_id, change_id);

create table import (
  workspace_id uuid not null,
  id uuid not null,
  member_id uuid not null,
  file_name text not null,
  file_hash text not null,
  -- Where the upload is kept until 7 days after; a name inside the data folder's uploads, or the bytes themselves when small.
  content bytea,
  kind text not null check (kind in ('opportunities', 'moments', 'persons')),
  recognised text not null default 'unknown',
  columns jsonb not null default '[]',
  choices jsonb not null default '{}',
  row_count integer not null default 0,
  status text not null check (status in ('uploaded', 'checking', 'checked', 'committing', 'committed', 'failed', 'undone')),
  done_count integer not null default 0,
  counts jsonb,
  rejected jsonb not null default '[]',
  history jsonb not null default '{"hasHeld": false, "readable": 0, "examples": []}',
  currencies jsonb not null default '[]',
  failure jsonb,
  kept_after_undo integer not null default 0,
  -- While checking or committing: the last sign of life. A killed process leaves none, and nothing half-written.
  beat_at timestamptz,
  committed_at timestamptz,
  undone_at timestamptz,
  created_at timestamptz not null default now(),
  primary key (workspace_id, id),
  foreign key (workspace_id, member_id) references member (workspace_id, id)
);
create index import_newest on import (workspace_id, created_at desc);

-- Images of persons that an import filled in, for its undo.
create table import_touched (
  workspace_id uuid not null,
  import_id uuid not null,
  person_id uuid not null,
  before jsonb not null,
  version_after integer not null,
  primary key (workspace_id, import_id, person_id),
  foreign key (workspace_id, import_id) references import (workspace_id, id) on delete cascade
);

create table idempotency (
  workspace_id uuid not null,
  member_id uuid not null,
  key text not null,
  request_hash text not null,
  status integer,
  response jsonb,
  created_at timestamptz not null default now(),
  primary key (workspace_id, member_id, key)
);
create index idempotency_age on idempotency (workspace_id, created_at);

-- Counters. Upserted in key order in the transaction that causes them, by one pure counterDelta(before, after); never read from history.

-- Ended opportunities: what the Mirror shows. `number` 0 = number unknown (in `ended`, in no curve).
create table counter_total (
  workspace_id uuid not null,
  assignee_id uuid not null,
  source text not null,
  -- revived, revived_won: "picked up again: n, sold: m" (definition 5), with number 0.
  kind text not null check (kind in ('won', 'own_stop', 'refused', 'revived', 'revived_won')),
  number integer not null,
  conversations integer not null,
  count bigint not null,
  value bigint not null,
  primary key (workspace_id, assignee_id, source, kind, number, conversations)
);
create table counter_day (
  workspace_id uuid not null,
  on_day date not null,
  assignee_id uuid not null,
  source text not null,
  kind text not null check (kind in ('won', 'own_stop', 'refused')),
  number integer not null,
  conversations integer not null,
  count bigint not null,
  value bigint not null,
  primary key (workspace_id, on_day, assignee_id, source, kind, number, conversations)
);
-- What the engine learns from: stage tried, sold, refused, by warmth before and after.
create table counter_index (
  workspace_id uuid not null,
  member_id uuid not null,
  number integer not null,
  warmth_before text not null,
  warmth_after text not null,
  tried bigint not null,
  sold bigint not null,
  refused bigint not null,
  primary key (workspace_id, member_id, number, warmth_before, warmth_after)
);
-- Stages whose answer is not in yet (definition 7), by the day on which that lapses: taken off `tried` until then.
create table counter_pending (
  workspace_id uuid not null,
  until_on date not null,
  member_id uuid not null,
  number integer not null,
  warmth_before text not null,
  warmth_after text not null,
  count bigint not null,
  primary key (workspace_id, until_on, member_id, number, warmth_before, warmth_after)
);
-- Let go without a no, not objected: what missed revenue sums.
create table counter_missed (
  workspace_id uuid not null,
  assignee_id uuid not null,
  held integer not null,
  warmth text not null,
  count bigint not null,
  value bigint not null,
  without_value bigint not null,
  primary key (workspace_id, assignee_id, held, warmth)
);

-- Search. Text indexes are not leakproof under row security (0.1 → 2,428 ms measured at 500,000), so these two tables are enabled but
-- not forced, without a grant to the app role, and read only by the functions below.

-- The words of a text, for finding as for what is typed. replace(), not a regular expression or translate(): 6 microseconds a text
-- against 60 to 150. Cut off, as a lexeme has a longest.
create function search_split(folded text) returns text[] language sql immutable parallel safe as $$
  select array_remove(string_to_array(replace(replace(replace(replace(replace(replace(replace(replace(
    left(folded, 500), '·', ' '), '-', ' '), '.', ' '), '''', ' '), '/', ' '), ',', ' '), '(', ' '), ')', ' '), ' '), '')
$$;
-- What stands before the first mail address or number.
create function search_names(folded text) returns text language sql immutable parallel safe as $$
  select split_part(
    case strpos(folded, '@') when 0 then folded
    else left(folded, strpos(folded, '@') - length(split_part(left(folded, strpos(folded, '@')), ' · ', -1))) end, ' · +', 1)
$$;
create function search_words(folded text) returns tsvector language sql immutable parallel safe as $$
  select array_to_tsvector(search_split(search_names(folded)))
$$;
-- `return`: its names are bound now, as an index is made with a search path of its own.
create function search_addresses(folded text) returns text language sql immutable parallel safe
  return substr(folded, length(search_names(folded)) + 1);

create table person_search (
  workspace_id uuid not null,
  person_id uuid not null,
  -- Name · organisations · mail address · telephone, folded in the app.
  folded_text text not null,
  words tsvector not null generated always as (search_words(folded_text)) stored,
  primary key (workspace_id, person_id),
  foreign key (workspace_id, person_id) references person (workspace_id, id) on delete cascade
);
create index person_search_words on person_search using gin (workspace_id, words);
-- Only of the addresses: parts of names are found by their words, and trigrams of those too made this half of an import's cost.
create index person_search_trigram on person_search using gin (workspace_id, search_addresses(folded_text) gin_trgm_ops);
alter table person_search enable row level security;

-- Which words there are: a million persons share some ten thousands, so that a part of a word or a typing error is looked up among few
-- (a typing error: 3,000 → 20 ms at 1,000,000). The key has the person who brought it, so that two who bring the same new word at once do
-- not wait for each other: a word may stand here twice. One that nobody has any more finds nobody.
create table search_word (
  workspace_id uuid not null,
  word text not null,
  person_id uuid not null,
  primary key (workspace_id, word, person_id)
);
create index search_word_trigram on search_word using gin (workspace_id, word gin_trgm_ops);
alter table search_word enable row level security;

create function search_pattern(part text) returns text language sql immutable parallel safe as $$
  select '%' || replace(replace(replace(part, '\', '\\'), '%', '\%'), '_', '\_') || '%'
$$;
-- (one | of | these), each with `ending`: ':*' finds what begins with it. Null when there are none.
create function search_any(words text[], ending text) returns text language sql immutable parallel safe as $$
  select '(' || string_agg('''' || replace(word, '\', '\\') || '''' || ending, '|') || ')' from unnest(words) as word
$$;
create function search_words_with(in_workspace uuid, part text) returns text[] language sql stable set search_path = public, pg_temp as $$
  select array(select distinct w.word from search_word w where w.workspace_id = in_workspace and w.word like search_pattern(part) limit 300)
$$;

-- Who has all these parts of words. Takes the workspace, and refuses another one than the transaction's own. Best first: all as typed;
-- the last one the beginning of a word; all anywhere in a word; and when that finds few, anywhere in the mail address
-- or number. Parts under three letters only test what the others found (coalesce keeps
-- them from the index): so many words begin with them. Custom plans: a
-- common word is found by looking at the first people, a rare one by the index.
create function search_person(in_workspace uuid, needle text, most integer) returns table (person_id uuid)
  language plpgsql stable security definer set search_path = public, pg_temp set plan_cache_mode = force_custom_plan as $$
declare
  parts text[] := search_split(needle);
  last text := parts[cardinality(parts)];
  long text[] := array(select p from unnest(parts) as p where length(p) > 2);
  short tsquery;
  pattern text := search_pattern(needle);
  wanted tsquery;
  hits uuid[] := '{}';
begin
  if in_workspace is distinct from current_workspace() or coalesce(needle, '') = '' then return; end if;
  if cardinality(long) = 0 then
    long := parts;
  else
    short := (select string_agg(search_any(array[p], ':*'), '&') from unnest(parts) as p where length(p) < 3)::tsquery;
  end if;
  for stage in 1..3 loop
    wanted := (
      select string_agg(
        case stage when 1 then search_any(array[p], '') when 2 then search_any(array[p], case p when last then ':*' else '' end)
        else search_any(search_words_with(in_workspace, p), '') end, '&')
      from unnest(case stage when 1 then parts else long end) as p);
    hits := hits || array(
      select s.person_id from person_search s
      where s.workspace_id = in_workspace and s.words @@ wanted and (stage = 1 or short is null or coalesce(s.words @@ short, false)) and s.person_id <> all(hits)
      limit most - cardinality(hits));
    exit when cardinality(hits) >= most;
  end loop;
  if cardinality(hits) < 5 and (cardinality(parts) < 2 or needle ~ '[0-9@]') then
    hits := hits || array(
      select s.person_id from person_search s
      where s.workspace_id = in_workspace and search_addresses(s.folded_text) like pattern and s.person_id <> all(hits)
      limit most - cardinality(hits));
  end if;
  return query select unnest(hits);
end $$;

-- Who has words like these: for each part those most alike of the words there are, and the nearest of them first.
create function search_person_similar(in_workspace uuid, needle text, most integer) returns table (person_id uuid)
  language plpgsql stable security definer set search_path = public, pg_temp set plan_cache_mode = force_custom_plan
  set pg_trgm.word_similarity_threshold = 0.45 as $$
declare
  part text;
  alike text[];
  nearest text[];
  wanted text;
  nearer text;
  hits uuid[];
begin
  if in_workspace is distinct from current_workspace() then return; end if;
  foreach part in array search_split(needle) loop
    -- A word that is there as typed needs no other.
    select array_agg(x.word) filter (where x.best < 1 or x.how = 1),
      array_agg(x.word) filter (where x.how >= case x.best when 1 then 1 else 0.8 * x.best end)
    into alike, nearest
    from (
      select y.word, y.how, max(y.how) over () as best
      from (
        select distinct w.word, similarity(part, w.word) as how from search_word w
        where w.workspace_id = in_workspace and part <% w.word order by how desc limit 12
      ) as y
    ) as x;
    if alike is null and length(part) > 2 then return; end if;
    wanted := concat_ws('&', wanted, coalesce(search_any(alike, ''), search_any(array[part], ':*')));
    nearer := concat_ws('&', nearer, coalesce(search_any(nearest, ''), search_any(array[part], ':*')));
  end loop;
  if wanted is null then return; end if;
  hits := array(select s.person_id from person_search s where s.workspace_id = in_workspace and s.words @@ nearer::tsquery limit 100);
  if cardinality(hits) < 100 then
    hits := hits || array(
      select s.person_id from person_search s
      where s.workspace_id = in_workspace and s.words @@ wanted::tsquery and s.person_id <> all(hits) limit 100);
  end if;
  -- Alike in the person's name before alike in the organisation's.
  return query
    select s.person_id from person_search s where s.workspace_id = in_workspace and s.person_id = any(hits)
    order by word_similarity(needle, split_part(s.folded_text, ' · ', 1)) desc, word_similarity(needle, s.folded_text) desc, s.person_id limit most;
end $$;

create function search_person_write(in_workspace uuid, in_persons uuid[], texts text[]) returns void
  language sql security definer set search_path = public, pg_temp as $$
  with written as (
    insert into person_search (workspace_id, person_id, folded_text)
    select in_workspace, x.person_id, x.folded_text from unnest(in_persons, texts) as x (person_id, folded_text)
    where in_workspace = current_workspace()
    on conflict (workspace_id, person_id) do update set folded_text = excluded.folded_text
    returning person_id, words
  ), brought as materialized (
    select distinct on (word) word, person_id from written, unnest(tsvector_to_array(words)) as word order by word, person_id
  )
  insert into search_word (workspace_id, word, person_id)
  select in_workspace, brought.word, brought.person_id from brought
  -- A probe of the key for each word (limit), and not by `=`, which the trigram index answers too: without statistics, as during an import,
  -- the planner takes that one, or the whole table.
  where (select true from search_word w
    where w.workspace_id = in_workspace and w.word >= brought.word and w.word <= brought.word limit 1) is null
  on conflict do nothing;
$$;

-- After many rows at once. What they brought waits in the lists of the text indexes, and the planner does not know of it until the next
-- autovacuum, up to a minute later: Today right after an import of 100,000 took 500 ms instead of 10.
-- A small sample is enough until autovacuum comes.
create function settle_after_import() returns void
  language plpgsql security definer set search_path = public, pg_temp set default_statistics_target = 20 as $$
begin
  perform gin_clean_pending_list('person_search_words'), gin_clean_pending_list('person_search_trigram'), gin_clean_pending_list('search_word_trigram');
  analyze opportunity, person, organisation, person_organisation, person_search, search_word;
end $$;

revoke all on function search_words_with(uuid, text), search_person(uuid, text, integer), search_person_similar(uuid, text, integer),
  search_person_write(uuid, uuid[], text[]), settle_after_import() from public;
grant execute on function search_person(uuid, text, integer), search_person_similar(uuid, text, integer), search_person_write(uuid, uuid[], text[]), settle_after_import() to aanhouder_app;

-- Row security, forced, on every table of a workspace.
do $$
declare t text;
begin
  foreach t in array array['team', 'member', 'day_off', 'organisation', 'person', 'person_organisation', 'opportunity', 'moment', 'event', 'promise',
    'change', 'change_record', 'import', 'import_touched', 'idempotency', 'counter_total', 'counter_day', 'counter_index', 'counter_pending', 'counter_missed'] loop
    execute format('alter table %I enable row level security', t);
    execute format('alter table %I force row level security', t);
    execute format('create policy tenant on %I using (workspace_id = (select current_workspace())) with check (workspace_id = (select current_workspace()))', t);
    execute format('grant select, insert, update, delete on %I to aanhouder_app', t);
  end loop;
end $$;
alter table workspace enable row level security;
alter table workspace force row level security;
create policy tenant on workspace using (id = (select current_workspace())) with check (id = (select current_workspace()));
grant select, insert, update, delete on workspace to aanhouder_app;
