-- Takes what waits in the lists of the text indexes into the indexes. Called beside an import that is busy, on a connection of its own: it
-- is a tenth of an import, and the list belongs to the index, not to a transaction.
create function settle_texts() returns void language sql security definer set search_path = public, pg_temp as $$
  select gin_clean_pending_list('person_search_words'), gin_clean_pending_list('person_search_trigram'), gin_clean_pending_list('search_word_trigram')
$$;
revoke all on function settle_texts() from public;
grant execute on function settle_texts() to aanhouder_app;

-- A file that somebody brought is read once and forgotten after a week: packing and unpacking it takes longer than the disk.
alter table import alter column content set storage external;
