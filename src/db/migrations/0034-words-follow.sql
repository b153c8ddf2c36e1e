-- What a long import is found by follows it (docs/decisions/0013): a third of the database's time, and nobody waits for it.

-- The words of what it brought are still to be taken in.
alter table import add column words_due boolean not null default false;
create index import_words_due on import (workspace_id, id) where words_due;

create policy whose_words on import for select to current_user using (current_setting('app.asks', true) = 'whose_words');
create function imports_with_words_due(most integer) returns table (workspace_id uuid, id uuid, beat_at timestamptz)
  language plpgsql security definer set search_path = public, pg_temp as $$
begin
  perform set_config('app.asks', 'whose_words', true);
  return query select i.workspace_id, i.id, i.beat_at from import i where i.words_due limit most;
  perform set_config('app.asks', '', true);
end $$;
revoke all on function imports_with_words_due(integer) from public;
grant execute on function imports_with_words_due(integer) to aanhouder_app;

-- In a transaction that says so, what is new is not taken in at once.
create or replace function note_follows() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
begin
  if current_setting('app.words', true) = 'later' or not exists (select from added where note <> '') then return null; end if;
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
create or replace function name_follows() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
declare
  ids uuid[]; ws uuid[]; notes text[];
begin
  if current_setting('app.words', true) = 'later' then return null; end if;
  select array_agg(a.id), array_agg(a.workspace_id), array_agg(a.name_key) into ids, ws, notes from added a;
  if ids is not null then perform text_search_add(ids, ws, notes, 'organisation'); end if;
  return null;
end $$;

-- Takes in what was left for later: notes of what happened to these opportunities, or names of these organisations. Locked, so that a text that is
-- changed or erased meanwhile is read as it is after that, or changes what was written here; what is there already came after, and stays.
create function text_search_follow(of_kind text, ids uuid[]) returns void
  language plpgsql security definer set search_path = public, pg_temp as $$
declare
  records uuid[]; notes text[];
begin
  if of_kind = 'event' then
    select array_agg(x.id), array_agg(x.note) into records, notes from (
      select e.id, e.note from event e
      where e.workspace_id = current_workspace() and e.opportunity_id = any(ids) and e.note <> '' for share) as x;
  else
    select array_agg(x.id), array_agg(x.name_key) into records, notes from (
      select g.id, g.name_key from organisation g where g.workspace_id = current_workspace() and g.id = any(ids) for share) as x;
  end if;
  if records is null then return; end if;
  with written as (
    insert into text_search (workspace_id, kind, record_id, words)
    select current_workspace(), of_kind, x.record_id, array_to_tsvector(note_words(x.note)) from unnest(records, notes) as x (record_id, note)
    on conflict do nothing
    returning record_id, words
  ), brought as materialized (
    select word, (array_agg(record_id))[1] as record_id from written, unnest(tsvector_to_array(words)) as word group by word
  )
  insert into text_word (workspace_id, of_names, word, record_id)
  select current_workspace(), of_kind = 'organisation', b.word, b.record_id from brought b
  where (select true from text_word w where w.workspace_id = current_workspace() and w.of_names = (of_kind = 'organisation')
    and w.word >= b.word collate "C" and w.word <= b.word collate "C" limit 1) is null
  on conflict do nothing;
end $$;
revoke all on function text_search_follow(text, uuid[]) from public;
grant execute on function text_search_follow(text, uuid[]) to aanhouder_app;

-- The same of persons: who is there already came after.
create or replace function search_person_make(in_workspace uuid, in_persons uuid[], texts text[]) returns void
  language sql security definer set search_path = public, pg_temp as $$
  with written as (
    insert into person_search (workspace_id, person_id, folded_text)
    select in_workspace, x.person_id, x.folded_text from unnest(in_persons, texts) as x (person_id, folded_text)
    where in_workspace = current_workspace()
    on conflict do nothing
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

create or replace function settle_after_import() returns void
  language plpgsql security definer set search_path = public, pg_temp set default_statistics_target = 20 as $$
begin
  analyze (skip_locked) opportunity, person, organisation, person_organisation;
end $$;
create or replace function settle_texts() returns void
  language plpgsql security definer set search_path = public, pg_temp set default_statistics_target = 20 as $$
begin
  perform gin_clean_pending_list('person_search_words'), gin_clean_pending_list('person_search_trigram'), gin_clean_pending_list('search_word_trigram'),
    gin_clean_pending_list('text_search_names'), gin_clean_pending_list('text_search_notes'),
    gin_clean_pending_list('text_word_names'), gin_clean_pending_list('text_word_notes');
  analyze (skip_locked) person_search, search_word;
end $$;

-- What is still to be taken in is not astray.
create or replace function text_search_astray(in_workspace uuid) returns table (kind text, record_id uuid)
  language sql stable security definer set search_path = public, pg_temp as $$
  select * from (
    select 'moment' as kind, m.id from moment m left join text_search t on t.workspace_id = m.workspace_id and t.kind = 'moment' and t.record_id = m.id
    where m.workspace_id = in_workspace and m.note <> '' and t.words is distinct from array_to_tsvector(note_words(m.note))
    union all
    select 'event', e.id from event e left join text_search t on t.workspace_id = e.workspace_id and t.kind = 'event' and t.record_id = e.id
    where e.workspace_id = in_workspace and e.note <> '' and t.words is distinct from array_to_tsvector(note_words(e.note))
      and (t.words is not null or not exists (
        select from opportunity o join import i on i.workspace_id = o.workspace_id and i.id = o.import_id
        where o.workspace_id = e.workspace_id and o.id = e.opportunity_id and i.words_due))
    union all
    select 'organisation', g.id from organisation g
    left join text_search t on t.workspace_id = g.workspace_id and t.kind = 'organisation' and t.record_id = g.id
    where g.workspace_id = in_workspace and t.words is distinct from array_to_tsvector(note_words(g.name_key))
      and (t.words is not null or not exists (
        select from import i where i.workspace_id = g.workspace_id and i.id = g.import_id and i.words_due))
  ) as astray where in_workspace = current_workspace() limit 100
$$;
