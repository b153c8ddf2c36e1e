-- Board, list, custom fields, acts on many, duplicates and search beyond names (docs/decisions/0019).

alter table workspace
  -- The user's own order of an opportunity's way, without part in engine or rules. A name that is empty is the word of its id in the
  -- reader's language; `begins`: where a new opportunity stands, stored as null on the opportunity.
  add column stages jsonb not null default '[{"id":"new","name":"","begins":true},{"id":"talking","name":"","begins":false},{"id":"quote","name":"","begins":false},{"id":"deciding","name":"","begins":false}]',
  add column custom_fields jsonb not null default '[]';

alter table opportunity
  add column stage text check (stage <> ''),
  add column custom jsonb not null default '{}' check (jsonb_typeof(custom) = 'object');
alter table person add column custom jsonb not null default '{}' check (jsonb_typeof(custom) = 'object');

-- The board's columns, and the list by next day and by value: each page is a short walk along one of these.
create index opportunity_by_number on opportunity (workspace_id, assignee_id, bucket, next_on, id) where state = 'open';
-- Where one begins there is no stage: those are walked by opportunity_due, and an import pays nothing for this.
create index opportunity_by_stage on opportunity (workspace_id, assignee_id, stage, next_on, id) where state = 'open' and stage is not null;
create index opportunity_by_next on opportunity (workspace_id, next_on, id) where state = 'open';
-- Two halves, so that neither offers itself for a row by another key: of a workspace that is new since the last statistics every index on
-- workspace_id seems to find one row, and the newest is taken (an import looked for its keys along the whole workspace).
create index opportunity_open_by_value on opportunity (workspace_id, coalesce(value, -1), id) where state = 'open';
create index opportunity_ended_by_value on opportunity (workspace_id, coalesce(value, -1), id) where state <> 'open';

-- What the heads of the columns say. Open opportunities; `number` as bucket, stage '' where one begins.
create table counter_board (
  workspace_id uuid not null,
  assignee_id uuid not null,
  number integer not null,
  stage text not null,
  count bigint not null,
  value bigint not null,
  without_value bigint not null,
  primary key (workspace_id, assignee_id, number, stage)
);
-- Row security is forced on the owner too; for this one reading of all workspaces it is not.
alter table opportunity no force row level security;
insert into counter_board
  select workspace_id, assignee_id, bucket, '', count(*), coalesce(sum(value), 0), count(*) filter (where value is null)
  from opportunity where state = 'open' and next_on < '9000-01-01' group by 1, 2, 3;
alter table opportunity force row level security;

-- A list as somebody wants to see it again.
create table saved_view (
  workspace_id uuid not null,
  id uuid not null,
  member_id uuid not null,
  name text not null check (name <> ''),
  shared boolean not null default false,
  -- What the address of the list says: filters, sort, columns.
  query jsonb not null,
  version integer not null default 1,
  created_at timestamptz not null default now(),
  primary key (workspace_id, id),
  foreign key (workspace_id, member_id) references member (workspace_id, id) on delete cascade
);
create index saved_view_member on saved_view (workspace_id, member_id);

-- One act on many: whom it is about is decided once, then it goes in batches, each a transaction.
create table bulk_run (
  workspace_id uuid not null,
  -- Of the change, too, by which the whole is taken back.
  id uuid not null,
  member_id uuid not null,
  act jsonb not null,
  opportunity_ids uuid[] not null,
  -- How many of these had their turn, and how many of them it was done to.
  position integer not null default 0 check (position >= 0),
  done integer not null default 0 check (done >= 0),
  -- Code of refusal → how many.
  refused jsonb not null default '{}',
  -- The changes of its batches.
  change_ids uuid[] not null default '{}',
  created_at timestamptz not null default now(),
  primary key (workspace_id, id),
  foreign key (workspace_id, member_id) references member (workspace_id, id) on delete cascade
);

-- Two that are alike, and are not the same: not suggested again.
create table not_duplicate (
  workspace_id uuid not null,
  first_id uuid not null,
  second_id uuid not null check (first_id < second_id),
  created_at timestamptz not null default now(),
  primary key (workspace_id, first_id, second_id)
);

-- The values of custom fields as an index: `custom` on the row is what counts (it is in images, export and backup), and this follows it.
-- A table, as no operator of jsonb is leakproof: under row security an index on it is not used (docs/decisions/0019).
create table custom_value (
  workspace_id uuid not null,
  record_id uuid not null,
  field text not null,
  -- A text folded to lower case, a choice's id, or a day as yyyy-mm-dd; cut off, as an index has a longest.
  words text collate "C",
  number double precision,
  primary key (workspace_id, record_id, field),
  check (num_nonnulls(words, number) = 1)
);
create index custom_value_words on custom_value (workspace_id, field, words, record_id) where words is not null;
create index custom_value_number on custom_value (workspace_id, field, number, record_id) where number is not null;

create function custom_follows() returns trigger language plpgsql set search_path = public, pg_temp as $$
begin
  if tg_op <> 'INSERT' then
    delete from custom_value where workspace_id = old.workspace_id and record_id = old.id;
  end if;
  if tg_op = 'DELETE' then return null; end if;
  insert into custom_value (workspace_id, record_id, field, words, number)
  select new.workspace_id, new.id, v.key,
    case when jsonb_typeof(v.value) = 'number' then null else lower(left(v.value #>> '{}', 200)) end,
    case when jsonb_typeof(v.value) = 'number' then (v.value #>> '{}')::double precision end
  from jsonb_each(new.custom) as v;
  return null;
end $$;
create trigger custom_made after insert on opportunity for each row when (new.custom <> '{}') execute function custom_follows();
create trigger custom_changed after update of custom on opportunity for each row when (new.custom is distinct from old.custom) execute function custom_follows();
create trigger custom_gone after delete on opportunity for each row when (old.custom <> '{}') execute function custom_follows();
create trigger custom_made after insert on person for each row when (new.custom <> '{}') execute function custom_follows();
create trigger custom_changed after update of custom on person for each row when (new.custom is distinct from old.custom) execute function custom_follows();
create trigger custom_gone after delete on person for each row when (old.custom <> '{}') execute function custom_follows();

-- Search in notes and names of organisations, as that of persons (0001-house.sql): text indexes are not leakproof, so these two tables are
-- enabled and not forced, without a grant, and reached by the functions below alone. What is found in them follows by trigger from the
-- rows themselves, so that no door forgets it. kind: moment, event (both notes), organisation.
create table text_search (
  workspace_id uuid not null,
  kind text not null,
  record_id uuid not null,
  words tsvector not null,
  primary key (workspace_id, kind, record_id)
);
create index text_search_words on text_search using gin (workspace_id, words);
alter table text_search enable row level security;

-- The key has the record that brought it, as search_word has: who writes a new word does not wait for an import that brings the same one.
create table text_word (
  workspace_id uuid not null,
  word text not null,
  record_id uuid not null,
  primary key (workspace_id, word, record_id)
);
create index text_word_trigram on text_word using gin (workspace_id, word gin_trgm_ops);
alter table text_word enable row level security;

-- As core/import/fold-text folds what is looked for. Of a long note the first 2,000 letters.
create function fold_note(note text) returns text language sql immutable parallel safe as $$
  select case when octet_length(note) = length(note) then lower(left(note, 2000))
    else lower(regexp_replace(normalize(left(note, 2000), NFKD), '[\u0300-\u036f]', '', 'g')) end
$$;
-- Up to 500 letters no word is longer than a lexeme may be: a tenth of the time of cutting each off, and nearly every note is that short.
create function note_words(note text) returns text[] language sql immutable parallel safe as $$
  select case when length(note) <= 500
    then array_remove(string_to_array(translate(fold_note(note), e'\n\r\t;:!?"·-.\'/,()[]<>=*_|', '                        '), ' '), '')
    else array(select distinct left(w, 40) from unnest(
      string_to_array(translate(fold_note(note), e'\n\r\t;:!?"·-.\'/,()[]<>=*_|', '                        '), ' ')) as w where w <> '') end
$$;

create function text_search_add(records uuid[], workspaces uuid[], notes text[], of_kind text) returns void
  language sql security definer set search_path = public, pg_temp as $$
  with written as (
    insert into text_search (workspace_id, kind, record_id, words)
    select x.workspace_id, of_kind, x.record_id, array_to_tsvector(note_words(x.note))
    from unnest(workspaces, records, notes) as x (workspace_id, record_id, note)
    on conflict (workspace_id, kind, record_id) do update set words = excluded.words
    returning workspace_id, record_id, words
  ), brought as materialized (
    select distinct on (workspace_id, word) workspace_id, word, record_id from written, unnest(tsvector_to_array(words)) as word
    order by workspace_id, word, record_id
  )
  insert into text_word (workspace_id, word, record_id)
  select b.workspace_id, b.word, b.record_id from brought b
  -- A probe of the key for each word, as in search_person_write.
  where (select true from text_word w where w.workspace_id = b.workspace_id and w.word >= b.word and w.word <= b.word limit 1) is null
  on conflict do nothing;
$$;

create function note_follows() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
declare
  ids uuid[]; ws uuid[]; notes text[];
begin
  select array_agg(a.id), array_agg(a.workspace_id), array_agg(a.note) into ids, ws, notes from added a where a.note <> '';
  if ids is not null then perform text_search_add(ids, ws, notes, tg_table_name::text); end if;
  return null;
end $$;
create function name_follows() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
declare
  ids uuid[]; ws uuid[]; notes text[];
begin
  select array_agg(a.id), array_agg(a.workspace_id), array_agg(a.name_key) into ids, ws, notes from added a;
  if ids is not null then perform text_search_add(ids, ws, notes, 'organisation'); end if;
  return null;
end $$;
create function text_gone() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
begin
  delete from text_search t using removed r where t.workspace_id = r.workspace_id and t.kind = tg_table_name::text and t.record_id = r.id;
  return null;
end $$;
create function note_changed() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
begin
  if coalesce(new.note, '') = '' then
    delete from text_search where workspace_id = new.workspace_id and kind = tg_table_name::text and record_id = new.id;
  else
    perform text_search_add(array[new.id], array[new.workspace_id], array[new.note], tg_table_name::text);
  end if;
  return null;
end $$;
create function name_changed() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
begin
  perform text_search_add(array[new.id], array[new.workspace_id], array[new.name_key], 'organisation');
  return null;
end $$;
create trigger text_added after insert on moment referencing new table as added for each statement execute function note_follows();
create trigger text_added after insert on event referencing new table as added for each statement execute function note_follows();
create trigger text_added after insert on organisation referencing new table as added for each statement execute function name_follows();
create trigger text_changed after update of note on moment for each row when (new.note is distinct from old.note) execute function note_changed();
create trigger text_changed after update of note on event for each row when (new.note is distinct from old.note) execute function note_changed();
create trigger text_changed after update of name_key on organisation for each row when (new.name_key <> old.name_key) execute function name_changed();
create trigger text_removed after delete on moment referencing old table as removed for each statement execute function text_gone();
create trigger text_removed after delete on event referencing old table as removed for each statement execute function text_gone();
create trigger text_removed after delete on organisation referencing old table as removed for each statement execute function text_gone();

-- Records with all these words, the last as the beginning of one; or (nearly) with words that are like them.
create function search_text(in_workspace uuid, kinds text[], needle text, nearly boolean, most integer)
  returns table (kind text, record_id uuid)
  language plpgsql stable security definer set search_path = public, pg_temp set plan_cache_mode = force_custom_plan
  set pg_trgm.word_similarity_threshold = 0.45 as $$
declare
  parts text[] := note_words(needle);
  wanted tsquery;
  alike text[];
  part text;
begin
  if in_workspace is distinct from current_workspace() or cardinality(parts) = 0 then return; end if;
  if not nearly then
    wanted := (
      select string_agg(search_any(array[p], case when place = cardinality(parts) then ':*' else '' end), '&')
      from unnest(parts) with ordinality as x (p, place));
  else
    foreach part in array parts loop
      select array_agg(x.word) into alike from (
        select distinct w.word, similarity(part, w.word) as how from text_word w where w.workspace_id = in_workspace and part <% w.word
        order by how desc limit 8) as x;
      if alike is null then return; end if;
      wanted := case when wanted is null then search_any(alike, '')::tsquery else wanted && search_any(alike, '')::tsquery end;
    end loop;
  end if;
  return query
    select t.kind, t.record_id from text_search t
    where t.workspace_id = in_workspace and t.words @@ wanted and t.kind = any(kinds) limit most;
end $$;
-- As 0016-settle-texts.sql made it, with the texts beside names.
create or replace function settle_texts() returns void language sql security definer set search_path = public, pg_temp as $$
  select gin_clean_pending_list('person_search_words'), gin_clean_pending_list('person_search_trigram'), gin_clean_pending_list('search_word_trigram'),
    gin_clean_pending_list('text_search_words'), gin_clean_pending_list('text_word_trigram')
$$;

-- What these notes and organisations were found by goes with them. A word that others have too stays, as theirs.
create function text_forget(in_workspace uuid, records uuid[]) returns void
  language plpgsql security definer set search_path = public, pg_temp as $$
declare
  gone text[];
begin
  if in_workspace is distinct from current_workspace() then return; end if;
  gone := array(
    select distinct word from text_search t, unnest(tsvector_to_array(t.words)) as word
    where t.workspace_id = in_workspace and t.kind in ('moment', 'event', 'organisation') and t.record_id = any(records));
  delete from text_search where workspace_id = in_workspace and kind in ('moment', 'event', 'organisation') and record_id = any(records);
  delete from text_word where workspace_id = in_workspace and word = any(gone);
  insert into text_word (workspace_id, word, record_id)
  select in_workspace, g.word, other.record_id from unnest(gone) as g (word)
  cross join lateral (
    select t.record_id from text_search t where t.workspace_id = in_workspace and t.words @@ search_any(array[g.word], '')::tsquery limit 1
  ) as other
  on conflict do nothing;
end $$;

-- For `aanhouder verify`: what should be found and is not, or by other words than it has; the first hundred.
create function text_search_astray(in_workspace uuid) returns table (kind text, record_id uuid)
  language sql stable security definer set search_path = public, pg_temp as $$
  select * from (
    select 'moment' as kind, m.id from moment m left join text_search t on t.workspace_id = m.workspace_id and t.kind = 'moment' and t.record_id = m.id
    where m.workspace_id = in_workspace and m.note <> '' and t.words is distinct from array_to_tsvector(note_words(m.note))
    union all
    select 'event', e.id from event e left join text_search t on t.workspace_id = e.workspace_id and t.kind = 'event' and t.record_id = e.id
    where e.workspace_id = in_workspace and e.note <> '' and t.words is distinct from array_to_tsvector(note_words(e.note))
    union all
    select 'organisation', g.id from organisation g
    left join text_search t on t.workspace_id = g.workspace_id and t.kind = 'organisation' and t.record_id = g.id
    where g.workspace_id = in_workspace and t.words is distinct from array_to_tsvector(note_words(g.name_key))
  ) as astray where in_workspace = current_workspace() limit 100
$$;
revoke all on function text_forget(uuid, uuid[]), text_search_astray(uuid), text_search_add(uuid[], uuid[], text[], text), note_follows(), name_follows(), text_gone(), note_changed(), name_changed(),
  search_text(uuid, text[], text, boolean, integer) from public;
grant execute on function text_forget(uuid, uuid[]), search_text(uuid, text[], text, boolean, integer), text_search_astray(uuid) to aanhouder_app;

-- What is there already.
alter table moment no force row level security;
alter table event no force row level security;
alter table organisation no force row level security;
insert into text_search
  select workspace_id, 'moment', id, array_to_tsvector(note_words(note)) from moment where note <> ''
  union all select workspace_id, 'event', id, array_to_tsvector(note_words(note)) from event where note <> ''
  union all select workspace_id, 'organisation', id, array_to_tsvector(note_words(name_key)) from organisation;
insert into text_word
  select distinct on (workspace_id, word) workspace_id, word, record_id from text_search, unnest(tsvector_to_array(words)) as word order by 1, 2;
alter table moment force row level security;
alter table event force row level security;
alter table organisation force row level security;

do $$
declare t text;
begin
  foreach t in array array['counter_board', 'saved_view', 'bulk_run', 'not_duplicate', 'custom_value'] loop
    execute format('alter table %I enable row level security', t);
    execute format('alter table %I force row level security', t);
    execute format('create policy tenant on %I using (workspace_id = (select current_workspace())) with check (workspace_id = (select current_workspace()))', t);
    execute format('grant select, insert, update, delete on %I to aanhouder_app', t);
  end loop;
end $$;
