-- What an import of many rows and the palette's search cost less (docs/decisions/0013, 0019).

-- The cutting off in a function of its own: with a query inside, one function cannot be taken up in the statement that calls it, and each note
-- cost as much as a statement of its own (a tenth of an import).
create function note_words_cut(note text) returns text[] language sql immutable parallel safe as $$
  select array(select distinct left(w, 40) from unnest(
    string_to_array(translate(fold_note(note), e'\n\r\t;:!?"·-.\'/,()[]<>=*_|', '                        '), ' ')) as w where w <> '')
$$;
create or replace function note_words(note text) returns text[] language sql immutable parallel safe as $$
  select case
    -- Plain letters are folded by lower() alone, and the many replacements are most of the time.
    when octet_length(note) <= 500 and note ~ '^[A-Za-z0-9 ]*$' then array_remove(string_to_array(lower(note), ' '), '')
    when length(note) <= 500
    then array_remove(string_to_array(translate(fold_note(note), e'\n\r\t;:!?"·-.\'/,()[]<>=*_|', '                        '), ' '), '')
    else note_words_cut(note) end
$$;

-- Names of organisations and notes apart: who looks for an organisation does not read a million notes with the same word.
drop index text_search_words;
create index text_search_names on text_search using gin (workspace_id, words) where kind = 'organisation';
create index text_search_notes on text_search using gin (workspace_id, words) where kind <> 'organisation';

drop table text_word;
create table text_word (
  workspace_id uuid not null,
  of_names boolean not null,
  -- By letter, so that words with one beginning stand together.
  word text collate "C" not null,
  -- The key has the record that brought it, as search_word has: who writes a new word does not wait for an import that brings the same one.
  record_id uuid not null,
  primary key (workspace_id, of_names, word, record_id)
);
alter table text_word enable row level security;
insert into text_word
  select workspace_id, kind = 'organisation', word, min(record_id::text)::uuid from text_search, unnest(tsvector_to_array(words)) as word group by 1, 2, 3;
-- After the words: what is written into an index of this kind waits in a list that every search reads.
create index text_word_names on text_word using gin (workspace_id, word gin_trgm_ops) where of_names;
create index text_word_notes on text_word using gin (workspace_id, word gin_trgm_ops) where not of_names;

create or replace function text_search_add(records uuid[], workspaces uuid[], notes text[], of_kind text) returns void
  language sql security definer set search_path = public, pg_temp as $$
  with written as (
    insert into text_search (workspace_id, kind, record_id, words)
    select x.workspace_id, of_kind, x.record_id, array_to_tsvector(note_words(x.note))
    from unnest(workspaces, records, notes) as x (workspace_id, record_id, note)
    on conflict (workspace_id, kind, record_id) do update set words = excluded.words
    returning workspace_id, record_id, words
  ), brought as materialized (
    -- Not `distinct on`, which sorts all words of all notes.
    select workspace_id, word, (array_agg(record_id))[1] as record_id from written, unnest(tsvector_to_array(words)) as word
    group by workspace_id, word
  )
  insert into text_word (workspace_id, of_names, word, record_id)
  select b.workspace_id, of_kind = 'organisation', b.word, b.record_id from brought b
  -- A probe of the key for each word, as in search_person_write.
  where (select true from text_word w where w.workspace_id = b.workspace_id and w.of_names = (of_kind = 'organisation')
    and w.word >= b.word collate "C" and w.word <= b.word collate "C" limit 1) is null
  on conflict do nothing;
$$;

-- What is new cannot be there yet: a row is not looked up before it is written, as text_search_add does for what changed.
create or replace function note_follows() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
begin
  if not exists (select from added where note <> '') then return null; end if;
  with written as (
    insert into text_search (workspace_id, kind, record_id, words)
    select a.workspace_id, tg_table_name::text, a.id, array_to_tsvector(note_words(a.note)) from added a where a.note <> ''
    returning workspace_id, record_id, words
  ), brought as materialized (
    select workspace_id, word, (array_agg(record_id))[1] as record_id from written, unnest(tsvector_to_array(words)) as word group by workspace_id, word
  )
  insert into text_word (workspace_id, of_names, word, record_id)
  select b.workspace_id, false, b.word, b.record_id from brought b
  where (select true from text_word w where w.workspace_id = b.workspace_id and not w.of_names
    and w.word >= b.word collate "C" and w.word <= b.word collate "C" limit 1) is null
  on conflict do nothing;
  return null;
end $$;

create or replace function search_person_write(in_workspace uuid, in_persons uuid[], texts text[]) returns void
  language sql security definer set search_path = public, pg_temp as $$
  with written as (
    insert into person_search (workspace_id, person_id, folded_text)
    select in_workspace, x.person_id, x.folded_text from unnest(in_persons, texts) as x (person_id, folded_text)
    where in_workspace = current_workspace()
    on conflict (workspace_id, person_id) do update set folded_text = excluded.folded_text
    returning person_id, words
  ), brought as materialized (
    select word, (array_agg(person_id))[1] as person_id from written, unnest(tsvector_to_array(words)) as word group by word
  )
  insert into search_word (workspace_id, word, person_id)
  select in_workspace, brought.word, brought.person_id from brought
  -- A probe of the key for each word (limit), and not by `=`, which the trigram index answers too: without statistics, as during an import,
  -- the planner takes that one, or the whole table.
  where (select true from search_word w
    where w.workspace_id = in_workspace and w.word >= brought.word and w.word <= brought.word limit 1) is null
  on conflict do nothing;
$$;

-- The same for persons who are new.
create function search_person_make(in_workspace uuid, in_persons uuid[], texts text[]) returns void
  language sql security definer set search_path = public, pg_temp as $$
  with written as (
    insert into person_search (workspace_id, person_id, folded_text)
    select in_workspace, x.person_id, x.folded_text from unnest(in_persons, texts) as x (person_id, folded_text)
    where in_workspace = current_workspace()
    returning person_id, words
  ), brought as materialized (
    select word, (array_agg(person_id))[1] as person_id from written, unnest(tsvector_to_array(words)) as word group by word
  )
  insert into search_word (workspace_id, word, person_id)
  select in_workspace, brought.word, brought.person_id from brought
  where (select true from search_word w
    where w.workspace_id = in_workspace and w.word >= brought.word and w.word <= brought.word limit 1) is null
  on conflict do nothing;
$$;
revoke all on function search_person_make(uuid, uuid[], text[]) from public;
grant execute on function search_person_make(uuid, uuid[], text[]) to aanhouder_app;

-- Words that begin so, of notes or of names: at most `most` of them.
create function text_words_from(in_workspace uuid, names boolean, part text, most integer) returns text[]
  language sql stable set search_path = public, pg_temp as $$
  select array(select distinct w.word from text_word w
    where w.workspace_id = in_workspace and w.of_names = names and w.word >= part collate "C" and w.word < (part || chr(1114111)) collate "C"
    order by w.word limit most)
$$;

-- Words like it, best first. One that is much like it is found among few; only where there is none, what is less like it is looked at too, which
-- is most of the time that this takes.
create function text_words_like(in_workspace uuid, names boolean, part text) returns text[]
  language plpgsql stable set search_path = public, pg_temp set plan_cache_mode = force_custom_plan
  set pg_trgm.word_similarity_threshold = 0.45 as $$
declare
  alike text[];
  best real;
begin
  foreach best in array array[0.7, 0.45] loop
    perform set_config('pg_trgm.word_similarity_threshold', best::text, true);
    if names then
      select array_agg(x.word), max(x.how) into alike, best from (
        select distinct w.word, similarity(part, w.word) as how from text_word w where w.workspace_id = in_workspace and w.of_names and part <% w.word
        order by how desc limit 8) as x;
    else
      select array_agg(x.word), max(x.how) into alike, best from (
        select distinct w.word, similarity(part, w.word) as how from text_word w where w.workspace_id = in_workspace and not w.of_names and part <% w.word
        order by how desc limit 8) as x;
    end if;
    exit when best >= 0.5;
  end loop;
  return alike;
end $$;

-- A common word is found by looking at the newest thousand, a rare one by the index. The planner cannot tell them apart: of most words there
-- are no statistics, and it walked tens of thousands of notes for a word of eighty.
create function text_found(in_workspace uuid, kinds text[], wanted tsquery, most integer) returns table (kind text, record_id uuid)
  language plpgsql stable set search_path = public, pg_temp set plan_cache_mode = force_custom_plan as $$
declare
  found_kinds text[];
  found_ids uuid[];
begin
  if 'organisation' = any(kinds) then
    return query select t.kind, t.record_id from text_search t
      where t.workspace_id = in_workspace and t.words @@ wanted and t.kind = 'organisation' limit most;
    return;
  end if;
  select array_agg(f.kind), array_agg(f.record_id) into found_kinds, found_ids from (
    select n.kind, n.record_id from (
      select t.kind, t.record_id, t.words from text_search t where t.workspace_id = in_workspace and t.kind = any(kinds)
      order by t.kind desc, t.record_id desc limit 1000
    ) as n where n.words @@ wanted limit most) as f;
  if coalesce(cardinality(found_ids), 0) < most then
    perform set_config('enable_indexscan', 'off', true), set_config('enable_seqscan', 'off', true);
    select array_agg(f.kind), array_agg(f.record_id) into found_kinds, found_ids from (
      select t.kind, t.record_id from text_search t
      where t.workspace_id = in_workspace and t.words @@ wanted and t.kind <> 'organisation' and t.kind = any(kinds) limit most) as f;
    perform set_config('enable_indexscan', 'on', true), set_config('enable_seqscan', 'on', true);
  end if;
  return query select * from unnest(found_kinds, found_ids);
end $$;

-- Records with all these words, the last as the beginning of one; or (nearly) with words that are like them. `kinds` is either organisation or
-- kinds of notes.
create or replace function search_text(in_workspace uuid, kinds text[], needle text, nearly boolean, most integer)
  returns table (kind text, record_id uuid)
  language plpgsql stable security definer set search_path = public, pg_temp set plan_cache_mode = force_custom_plan as $$
declare
  enough constant integer := 30;
  names boolean := 'organisation' = any(kinds);
  parts text[] := note_words(needle);
  wanted tsquery;
  alike text[];
  part text;
  found_kinds text[];
  found_ids uuid[];
begin
  if in_workspace is distinct from current_workspace() or cardinality(parts) = 0 then return; end if;
  if nearly then
    foreach part in array parts loop
      alike := text_words_like(in_workspace, names, part);
      if alike is null then return; end if;
      wanted := case when wanted is null then search_any(alike, '')::tsquery else wanted && search_any(alike, '')::tsquery end;
    end loop;
    return query select * from text_found(in_workspace, kinds, wanted, most);
    return;
  end if;
  foreach part in array parts[:cardinality(parts) - 1] loop
    wanted := case when wanted is null then search_any(array[part], '')::tsquery else wanted && search_any(array[part], '')::tsquery end;
  end loop;
  part := parts[cardinality(parts)];
  alike := text_words_from(in_workspace, names, part, enough + 1);
  if cardinality(alike) = 0 then return; end if;
  -- A beginning that many words have is in so many records that some of these words fill what is asked for: all together took a tenth of a second.
  select array_agg(f.kind), array_agg(f.record_id) into found_kinds, found_ids
  from text_found(in_workspace, kinds, coalesce(wanted && search_any(alike[:enough], '')::tsquery, search_any(alike[:enough], '')::tsquery), most) as f;
  if cardinality(alike) > enough and coalesce(cardinality(found_ids), 0) < most then
    return query select * from text_found(in_workspace, kinds,
      coalesce(wanted && search_any(array[part], ':*')::tsquery, search_any(array[part], ':*')::tsquery), most);
  else
    return query select * from unnest(found_kinds, found_ids);
  end if;
end $$;
revoke all on function text_words_from(uuid, boolean, text, integer), text_words_like(uuid, boolean, text), text_found(uuid, text[], tsquery, integer) from public;

-- What these notes and organisations were found by goes with them. A word that others have too stays, as theirs.
create or replace function text_forget(in_workspace uuid, records uuid[]) returns void
  language plpgsql security definer set search_path = public, pg_temp as $$
declare
  gone text[];
  names boolean;
begin
  if in_workspace is distinct from current_workspace() then return; end if;
  foreach names in array array[true, false] loop
    gone := array(
      select distinct word from text_search t, unnest(tsvector_to_array(t.words)) as word
      where t.workspace_id = in_workspace and t.kind in ('moment', 'event', 'organisation') and (t.kind = 'organisation') = names and t.record_id = any(records));
    delete from text_search t
      where t.workspace_id = in_workspace and t.kind in ('moment', 'event', 'organisation') and (t.kind = 'organisation') = names and t.record_id = any(records);
    delete from text_word where workspace_id = in_workspace and of_names = names and word = any(gone);
    insert into text_word (workspace_id, of_names, word, record_id)
    select in_workspace, names, g.word, other.record_id from unnest(gone) as g (word)
    cross join lateral (
      select f.record_id from text_found(in_workspace, case when names then array['organisation'] else array['moment', 'event'] end,
        search_any(array[g.word], '')::tsquery, 1) as f
    ) as other
    on conflict do nothing;
  end loop;
end $$;

create or replace function settle_texts() returns void language sql security definer set search_path = public, pg_temp as $$
  select gin_clean_pending_list('person_search_words'), gin_clean_pending_list('person_search_trigram'), gin_clean_pending_list('search_word_trigram'),
    gin_clean_pending_list('text_search_names'), gin_clean_pending_list('text_search_notes'),
    gin_clean_pending_list('text_word_names'), gin_clean_pending_list('text_word_notes')
$$;

-- While an import runs: of a workspace that is new since the last statistics every index on workspace_id seems to find one row, and the wrong
-- one may be taken to look somebody up (50,000 rows took minutes, after the import of another workspace). A sample of some hundreds is
-- enough. What another import holds is left to that one, and to the next time.
create function learn_of_import() returns void language plpgsql security definer set search_path = public, pg_temp set default_statistics_target = 3 as $$
begin
  analyze (skip_locked) opportunity, person, organisation, person_organisation;
end $$;

create or replace function settle_after_import() returns void
  language plpgsql security definer set search_path = public, pg_temp set default_statistics_target = 20 as $$
begin
  analyze (skip_locked) opportunity, person, organisation, person_organisation, person_search, search_word;
end $$;
revoke all on function learn_of_import() from public;
grant execute on function learn_of_import() to aanhouder_app;

-- What persons are found by goes with them, as before; that it is somebody's needs no check of each row: search_person_write is all that writes here.
alter table person_search drop constraint person_search_workspace_id_person_id_fkey;
create function search_gone() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
begin
  delete from person_search s using removed r where s.workspace_id = r.workspace_id and s.person_id = r.id;
  return null;
end $$;
create trigger search_removed after delete on person referencing old table as removed for each statement execute function search_gone();
revoke all on function search_gone() from public;

-- Two checks of a row for each row of an import, where one of a statement is enough. What happened to an opportunity is written by who holds that
-- opportunity, and goes with it; members stay (who puts an export back makes room before there are opportunities).
alter table event drop constraint event_workspace_id_opportunity_id_fkey;
alter table opportunity drop constraint opportunity_workspace_id_assignee_id_fkey;
create function event_is_of() returns trigger language plpgsql set search_path = public, pg_temp as $$
begin
  -- Who copies all workspaces back (backup) sees none of them here; what is copied was checked when it was written.
  if current_workspace() is not null and exists (
    select from added a where a.opportunity_id is not null
      and (select true from opportunity o where o.workspace_id = a.workspace_id and o.id = a.opportunity_id) is null)
  then raise foreign_key_violation using message = 'An event is of an opportunity that is not there.'; end if;
  return null;
end $$;
create trigger event_is_of after insert on event referencing new table as added for each statement execute function event_is_of();
create function opportunity_is_of() returns trigger language plpgsql set search_path = public, pg_temp as $$
begin
  if current_workspace() is not null and exists (
    select from (select distinct workspace_id, assignee_id from added) as a
    where (select true from member m where m.workspace_id = a.workspace_id and m.id = a.assignee_id) is null)
  then raise foreign_key_violation using message = 'An opportunity is of a member who is not there.'; end if;
  return null;
end $$;
create trigger opportunity_is_of after insert on opportunity referencing new table as added for each statement execute function opportunity_is_of();
create function opportunity_is_with() returns trigger language plpgsql set search_path = public, pg_temp as $$
begin
  if current_workspace() is not null and not exists (select from member m where m.workspace_id = new.workspace_id and m.id = new.assignee_id)
  then raise foreign_key_violation using message = 'An opportunity is of a member who is not there.'; end if;
  return null;
end $$;
create trigger opportunity_is_with after update of assignee_id on opportunity for each row when (new.assignee_id <> old.assignee_id) execute function opportunity_is_with();
create function events_gone() returns trigger language plpgsql set search_path = public, pg_temp as $$
begin
  delete from event e using removed r where e.workspace_id = r.workspace_id and e.opportunity_id = r.id;
  return null;
end $$;
create trigger events_removed after delete on opportunity referencing old table as removed for each statement execute function events_gone();
