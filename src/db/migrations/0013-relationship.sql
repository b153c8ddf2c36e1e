-- Relationship care (product.md, row 7): what a friend would remember. The columns of a person are what one has seen at a glance; days,
-- tags and who knows whom have rows of their own.

alter table person
  -- What matters to this person; family; interests: plain text, and nothing that they may not read themselves.
  add column matters text check (length(matters) <= 1000),
  add column family text check (length(family) <= 1000),
  add column interests text check (length(interests) <= 1000),
  add column address_form text check (address_form in ('je', 'u')),
  -- Who keeps in touch. Null: from before this was noted, or of nobody in particular.
  add column care_member_id uuid,
  -- Where care_every_days comes from: chosen for this person, or the shortest of their tags (derived).
  add column care_from text check (care_from in ('person', 'tag')),
  add column care_paused_until date,
  add foreign key (workspace_id, care_member_id) references member (workspace_id, id);
drop index person_care;
-- Due attention of one member in the order of the day, however many people there are.
create index person_care on person (workspace_id, care_member_id, care_on) where care_on is not null;

alter table promise
  -- How often its day was put off, and the day on which it was kept or broken.
  add column moved smallint not null default 0 check (moved >= 0),
  add column settled_on date;

-- A day to remember, with or without a year. next_on is the next time that it comes (29 February: the 28th in other years); kept by who
-- writes it and by a job at night, so that Today reads an index and computes nothing. Null: it was once, and is over.
create table important_day (
  workspace_id uuid not null,
  id uuid not null,
  person_id uuid not null,
  -- Who is reminded.
  member_id uuid not null,
  kind text not null check (kind in ('birthday', 'anniversary', 'contract', 'own')),
  -- Empty: the kind says enough.
  name text not null default '' check (length(name) <= 200),
  month smallint not null check (month between 1 and 12),
  day smallint not null check (day between 1 and 31),
  year smallint check (year between 1800 and 2200),
  every_year boolean not null default true,
  lead_days smallint not null default 0 check (lead_days between 0 and 90),
  next_on date,
  show_on date generated always as (next_on - lead_days::integer) stored,
  import_id uuid,
  version integer not null default 1,
  created_at timestamptz not null default now(),
  primary key (workspace_id, id),
  foreign key (workspace_id, person_id) references person (workspace_id, id) on delete cascade,
  foreign key (workspace_id, member_id) references member (workspace_id, id),
  constraint once_has_year check (every_year or year is not null),
  constraint every_year_comes check (next_on is not null or not every_year),
  constraint own_has_name check (kind <> 'own' or name <> '')
);
-- By its id in the end, so that the first few of a thousand on one day are read and no more.
create index important_day_due on important_day (workspace_id, member_id, show_on, id) where next_on is not null;
create index important_day_person on important_day (workspace_id, person_id);
create index important_day_passed on important_day (next_on) where next_on is not null;
create index important_day_import on important_day (workspace_id, import_id) where import_id is not null;

create table tag (
  workspace_id uuid not null,
  id uuid not null,
  name text not null check (name <> '' and length(name) <= 60),
  name_key text not null,
  -- Keep in touch with who has this tag, once in so many weeks.
  every_weeks smallint check (every_weeks between 1 and 104),
  version integer not null default 1,
  created_at timestamptz not null default now(),
  primary key (workspace_id, id)
);
create unique index tag_name on tag (workspace_id, name_key);

create table person_tag (
  workspace_id uuid not null,
  person_id uuid not null,
  tag_id uuid not null,
  primary key (workspace_id, person_id, tag_id),
  foreign key (workspace_id, person_id) references person (workspace_id, id) on delete cascade,
  foreign key (workspace_id, tag_id) references tag (workspace_id, id) on delete cascade
);
create index person_tag_tag on person_tag (workspace_id, tag_id, person_id);

-- introduced: person brought other, at most one for each. knows: both ways, stored once, the smaller id first.
create table connection (
  workspace_id uuid not null,
  id uuid not null,
  person_id uuid not null,
  other_id uuid not null,
  kind text not null check (kind in ('introduced', 'knows')),
  note text check (length(note) <= 200),
  created_at timestamptz not null default now(),
  primary key (workspace_id, id),
  foreign key (workspace_id, person_id) references person (workspace_id, id) on delete cascade,
  foreign key (workspace_id, other_id) references person (workspace_id, id) on delete cascade,
  constraint not_oneself check (person_id <> other_id),
  constraint knows_once check (kind <> 'knows' or person_id < other_id)
);
create unique index connection_pair on connection (workspace_id, person_id, other_id, kind);
create unique index connection_introducer on connection (workspace_id, other_id) where kind = 'introduced';
create index connection_other on connection (workspace_id, other_id);

do $$
declare t text;
begin
  foreach t in array array['important_day', 'tag', 'person_tag', 'connection'] loop
    execute format('alter table %I enable row level security', t);
    execute format('alter table %I force row level security', t);
    execute format('create policy tenant on %I using (workspace_id = (select current_workspace())) with check (workspace_id = (select current_workspace()))', t);
    execute format('grant select, insert, update, delete on %I to aanhouder_app', t);
  end loop;
end $$;

-- In which workspaces a day has passed and has to move on, over all of them: ids and nothing else, for the job that then works in one at a
-- time (as whose_night in 0007-pace.sql).
create policy which_passed on important_day for select to current_user using (current_setting('app.asks', true) = 'which_passed');
create function workspaces_with_passed_days(before date, most integer) returns table (workspace_id uuid)
  language plpgsql security definer set search_path = public, pg_temp as $$
begin
  perform set_config('app.asks', 'which_passed', true);
  return query
    select distinct d.workspace_id
    from (select x.workspace_id from important_day x where x.next_on < before order by x.next_on limit most) as d;
  perform set_config('app.asks', '', true);
end $$;
revoke all on function workspaces_with_passed_days(date, integer) from public;
grant execute on function workspaces_with_passed_days(date, integer) to aanhouder_app;
