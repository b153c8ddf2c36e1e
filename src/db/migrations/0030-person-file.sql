-- Files that belong to a person (docs/decisions/0029-addresses-and-files.md): a quote, a photograph, a form that was filled in.
create table person_file (
  workspace_id uuid not null,
  id uuid not null,
  person_id uuid not null,
  member_id uuid not null,
  name text not null check (name <> ''),
  -- Null while its bytes come in: it is listed when it is whole.
  size integer check (size >= 0),
  -- Taken away, and still to be had back for a day.
  removed_at timestamptz,
  created_at timestamptz not null default now(),
  primary key (workspace_id, id),
  foreign key (workspace_id, person_id) references person (workspace_id, id) on delete cascade,
  foreign key (workspace_id, member_id) references member (workspace_id, id)
);
create index person_file_person on person_file (workspace_id, person_id);

-- In parts, so that no more of it than a part is ever in memory, on its way in, out, or into a backup.
create table person_file_part (
  workspace_id uuid not null,
  id uuid not null,
  file_id uuid not null,
  place integer not null,
  content bytea not null,
  primary key (workspace_id, id),
  foreign key (workspace_id, file_id) references person_file (workspace_id, id) on delete cascade
);
create unique index person_file_part_place on person_file_part (workspace_id, file_id, place);
-- What comes in is packed already (photographs, PDF): trying again costs time and brings nothing.
alter table person_file_part alter column content set storage external;

do $$
declare t text;
begin
  foreach t in array array['person_file', 'person_file_part'] loop
    execute format('alter table %I enable row level security', t);
    execute format('alter table %I force row level security', t);
    execute format('create policy tenant on %I using (workspace_id = (select current_workspace())) with check (workspace_id = (select current_workspace()))', t);
    execute format('grant select, insert, update, delete on %I to aanhouder_app', t);
  end loop;
end $$;
