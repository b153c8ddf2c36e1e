-- For `aanhouder verify`: what persons are found by, as it is stored. Like the other functions of search it takes the workspace, and
-- refuses another one than the transaction's own.
create function search_person_read(in_workspace uuid, in_persons uuid[])
  returns table (person_id uuid, folded_text text, words_missing text[])
  language sql stable security definer set search_path = public, pg_temp as $$
  select s.person_id, s.folded_text, array(
    select w from unnest(tsvector_to_array(s.words)) as w
    where not exists (select from search_word k where k.workspace_id = s.workspace_id and k.word = w))
  from person_search s
  where s.workspace_id = in_workspace and s.workspace_id = current_workspace() and s.person_id = any(in_persons)
$$;
revoke all on function search_person_read(uuid, uuid[]) from public;
grant execute on function search_person_read(uuid, uuid[]) to aanhouder_app;
