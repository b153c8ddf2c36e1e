-- Calendar and phone (docs/decisions/0023): tokens that open one thing only, appointments with an identity of their own, and days on which
-- somebody is never contacted.

-- What a token opens: the API, one's calendar as a feed, or one's people for a telephone. feed_tag is a hash of what the feed said last, and
-- feed_changed_at when it began to say so: ETag, Last-Modified and DTSTAMP, without a query of their own.
alter table auth.token
  add column scope text not null default 'api' check (scope in ('api', 'calendar', 'contacts')),
  add column feed_tag text,
  add column feed_changed_at timestamptz;

-- ISO weekdays 1 (Monday) … 7 on which this person is not contacted.
alter table person add column never_days smallint[] not null default '{}'
  check (never_days <@ '{1,2,3,4,5,6,7}' and cardinality(never_days) <= 6);

-- A next moment at a time, as other calendars know it: the same id (UID) through every move, and a number that rises with each of them
-- (RFC 5545, SEQUENCE). It follows the opportunity by trigger, so that no door forgets it.
create table appointment (
  workspace_id uuid not null,
  id uuid not null,
  opportunity_id uuid not null,
  person_id uuid,
  member_id uuid not null,
  -- What the opportunity held when it was planned: with more, it was held itself.
  held integer not null,
  starts_at timestamptz not null,
  minutes integer not null check (minutes between 1 and 1440),
  channel text not null,
  state text not null default 'planned' check (state in ('planned', 'held', 'cancelled')),
  sequence integer not null default 0 check (sequence >= 0),
  -- To whom an invitation was sent by mail, which number they saw last, and what they answered.
  invited text,
  invited_sequence integer,
  answer text check (answer in ('accepted', 'declined', 'tentative')),
  answered_at timestamptz,
  changed_at timestamptz not null default now(),
  created_at timestamptz not null default now(),
  primary key (workspace_id, id),
  foreign key (workspace_id, opportunity_id) references opportunity (workspace_id, id) on delete cascade,
  foreign key (workspace_id, person_id) references person (workspace_id, id) on delete cascade,
  foreign key (workspace_id, member_id) references member (workspace_id, id),
  check ((invited is null) = (invited_sequence is null)),
  check ((answer is null) = (answered_at is null) and (answer is null or invited is not null))
);
create unique index appointment_planned on appointment (workspace_id, opportunity_id) where state = 'planned';
create index appointment_opportunity on appointment (workspace_id, opportunity_id, starts_at);
create index appointment_member on appointment (workspace_id, member_id, starts_at);
create index appointment_person on appointment (workspace_id, person_id) where person_id is not null;

create function appointment_follows() returns trigger language plpgsql set search_path = public, pg_temp as $$
declare
  present appointment%rowtype;
begin
  -- What is put back from a backup or an export brings its appointments along.
  if current_setting('app.filling', true) = 'yes' then return null; end if;
  select * into present from appointment a
  where a.workspace_id = new.workspace_id and a.opportunity_id = new.id and a.state = 'planned';
  if found then
    if new.next_at is not null and (new.held = present.held or new.next_at = present.starts_at) then
      update appointment a set starts_at = new.next_at, member_id = new.assignee_id, person_id = new.person_id, channel = new.next_channel,
        held = new.held, sequence = a.sequence + 1, changed_at = now()
      where a.workspace_id = present.workspace_id and a.id = present.id
        and (a.starts_at, a.member_id, a.channel, a.person_id) is distinct from (new.next_at, new.assignee_id, new.next_channel, new.person_id);
      return null;
    end if;
    update appointment a set state = case when new.held > present.held then 'held' else 'cancelled' end, sequence = a.sequence + 1, changed_at = now()
    where a.workspace_id = present.workspace_id and a.id = present.id;
  end if;
  if new.next_at is null then return null; end if;
  -- Taken back: it is the same one again.
  update appointment a set state = 'planned', member_id = new.assignee_id, person_id = new.person_id, channel = new.next_channel, held = new.held,
    sequence = a.sequence + 1, changed_at = now()
  where a.workspace_id = new.workspace_id and a.id = (
    select b.id from appointment b
    where b.workspace_id = new.workspace_id and b.opportunity_id = new.id and b.starts_at = new.next_at and b.held = new.held
    order by b.changed_at desc, b.id limit 1);
  if found then return null; end if;
  insert into appointment (workspace_id, id, opportunity_id, person_id, member_id, held, starts_at, minutes, channel)
  values (new.workspace_id, gen_random_uuid(), new.id, new.person_id, new.assignee_id, new.held, new.next_at,
    coalesce((select (w.minutes_by_channel ->> new.next_channel)::integer from workspace w where w.id = new.workspace_id), 60), new.next_channel);
  return null;
end $$;
create trigger appointment_made after insert on opportunity
  for each row when (new.next_at is not null) execute function appointment_follows();
create trigger appointment_changed after update of next_at, next_channel, assignee_id, person_id, held, state on opportunity
  for each row when (new.next_at is not null or old.next_at is not null) execute function appointment_follows();

-- Those that are planned already. Row security is forced on the owner too; for this one reading of all workspaces it is not.
alter table opportunity no force row level security;
alter table workspace no force row level security;
insert into appointment (workspace_id, id, opportunity_id, person_id, member_id, held, starts_at, minutes, channel)
select o.workspace_id, gen_random_uuid(), o.id, o.person_id, o.assignee_id, o.held, o.next_at,
  coalesce((w.minutes_by_channel ->> o.next_channel)::integer, 60), o.next_channel
from opportunity o join workspace w on w.id = o.workspace_id where o.next_at is not null;
alter table opportunity force row level security;
alter table workspace force row level security;

-- A member's own calendar, which is read along: by CalDAV, or at an address of the web. The password, or that address, is sealed
-- (sealed_secret, with this id); what stands here may be seen.
create table calendar_connection (
  workspace_id uuid not null,
  id uuid not null,
  member_id uuid not null,
  kind text not null check (kind in ('caldav', 'ics')),
  -- CalDAV: the address that was given; else the server alone, as such an address is a key.
  address text not null,
  user_name text,
  -- The addresses of the calendars that were found there.
  calendars jsonb not null default '[]',
  -- A working day, in minutes after midnight: free time is counted within it.
  day_starts_at smallint not null default 540 check (day_starts_at between 0 and 1439),
  day_ends_at smallint not null default 1020 check (day_ends_at between 1 and 1440),
  -- How far the last reading came, and what was wrong with it.
  step text check (step in ('name', 'connect', 'sign_in', 'calendars', 'events')),
  error text,
  failures smallint not null default 0,
  read_at timestamptz,
  next_at timestamptz not null default now(),
  left_out integer not null default 0,
  version integer not null default 1,
  created_at timestamptz not null default now(),
  primary key (workspace_id, id),
  foreign key (workspace_id, member_id) references member (workspace_id, id) on delete cascade,
  check (day_ends_at > day_starts_at)
);
create unique index calendar_connection_member on calendar_connection (workspace_id, member_id);
create index calendar_connection_next on calendar_connection (next_at);

-- What was read of it for the days around today: when one is not free, and no more. Only of a meeting with somebody known a title is kept, to
-- ask how it went. `key` is a hash of the event and its time.
create table calendar_event (
  workspace_id uuid not null,
  id uuid not null,
  member_id uuid not null,
  key text not null,
  starts_at timestamptz not null,
  ends_at timestamptz not null check (ends_at >= starts_at),
  busy boolean not null,
  all_day boolean not null,
  person_id uuid,
  title text,
  settled_at timestamptz,
  primary key (workspace_id, id),
  foreign key (workspace_id, member_id) references member (workspace_id, id) on delete cascade,
  foreign key (workspace_id, person_id) references person (workspace_id, id) on delete cascade,
  check ((title is null) = (person_id is null))
);
create unique index calendar_event_key on calendar_event (workspace_id, member_id, key);
create index calendar_event_day on calendar_event (workspace_id, member_id, starts_at);
create index calendar_event_person on calendar_event (workspace_id, person_id) where person_id is not null;

do $$
declare t text;
begin
  foreach t in array array['appointment', 'calendar_connection', 'calendar_event'] loop
    execute format('alter table %I enable row level security', t);
    execute format('alter table %I force row level security', t);
    execute format('create policy tenant on %I using (workspace_id = (select current_workspace())) with check (workspace_id = (select current_workspace()))', t);
    execute format('grant select, insert, update, delete on %I to aanhouder_app', t);
  end loop;
end $$;

-- Which calendars are to be read now, over all workspaces: ids and nothing else, as members_to_pace (0007-pace.sql).
create policy which_calendar on calendar_connection for select to current_user using (current_setting('app.asks', true) = 'which_calendar');
create function calendars_to_read(at timestamptz, most integer) returns table (workspace_id uuid, member_id uuid)
  language plpgsql security definer set search_path = public, pg_temp as $$
begin
  perform set_config('app.asks', 'which_calendar', true);
  return query select c.workspace_id, c.member_id from calendar_connection c where c.next_at <= at order by c.next_at limit most;
  perform set_config('app.asks', '', true);
end $$;
revoke all on function calendars_to_read(timestamptz, integer) from public;
grant execute on function calendars_to_read(timestamptz, integer) to aanhouder_app;
