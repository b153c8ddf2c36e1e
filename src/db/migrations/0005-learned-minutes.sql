-- Minutes learned from what is logged: whether the member said them, or they were only filled in. Of moments from before nobody knows.
alter table moment add column minutes_told boolean not null default false;

create table counter_minutes (
  workspace_id uuid not null,
  member_id uuid not null,
  channel text not null,
  count bigint not null,
  minutes bigint not null,
  primary key (workspace_id, member_id, channel)
);

-- Time spent looking for new prospects: a timer that runs (ended_at null) or what came of it. `capped`: it was forgotten, so its minutes
-- are a bound and count once the member has said how long it was.
create table prospecting (
  workspace_id uuid not null,
  id uuid not null,
  member_id uuid not null,
  started_at timestamptz not null,
  ended_at timestamptz,
  minutes integer check (minutes between 0 and 1440),
  found integer check (found between 0 and 10000),
  capped boolean not null default false,
  version integer not null default 1,
  created_at timestamptz not null default now(),
  primary key (workspace_id, id),
  foreign key (workspace_id, member_id) references member (workspace_id, id),
  constraint prospecting_ended check (case when ended_at is null then num_nonnulls(minutes, found) = 0 and not capped
    else num_nulls(minutes, found) = 0 and ended_at >= started_at end)
);
create unique index prospecting_running on prospecting (workspace_id, member_id) where ended_at is null;
create index prospecting_newest on prospecting (workspace_id, member_id, started_at desc);

create table counter_prospecting (
  workspace_id uuid not null,
  member_id uuid not null,
  count bigint not null,
  minutes bigint not null,
  found bigint not null,
  primary key (workspace_id, member_id)
);

do $$
declare t text;
begin
  foreach t in array array['counter_minutes', 'prospecting', 'counter_prospecting'] loop
    execute format('alter table %I enable row level security', t);
    execute format('alter table %I force row level security', t);
    execute format('create policy tenant on %I using (workspace_id = (select current_workspace())) with check (workspace_id = (select current_workspace()))', t);
    execute format('grant select, insert, update, delete on %I to aanhouder_app', t);
  end loop;
end $$;

alter table change_record drop constraint change_record_record_type_check;
alter table change_record add constraint change_record_record_type_check
  check (record_type in ('opportunity', 'person', 'promise', 'organisation', 'prospecting'));
