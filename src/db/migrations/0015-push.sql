-- Notices on a member's devices (docs/decisions/0018): where they go, what each member wants, and what was sent.

-- A browser that asked for them. The address is that of the browser's own push service; only it can read what is sent, by the two keys.
create table push_device (
  workspace_id uuid not null,
  id uuid not null,
  member_id uuid not null,
  endpoint text not null check (endpoint like 'https://%'),
  p256dh text not null,
  auth text not null,
  -- "Chrome, Android": as the browser calls itself, for the list of devices.
  name text not null,
  last_sent_at timestamptz,
  created_at timestamptz not null default now(),
  primary key (workspace_id, id),
  foreign key (workspace_id, member_id) references member (workspace_id, id) on delete cascade
);
create unique index push_device_endpoint on push_device (workspace_id, member_id, md5(endpoint));

-- Without a row: as the defaults.
create table push_choice (
  workspace_id uuid not null,
  member_id uuid not null,
  morning boolean not null default true,
  waiting boolean not null default true,
  -- Names on a locked screen only when asked for.
  names boolean not null default false,
  -- Minutes after midnight of the member's day.
  morning_at smallint not null default 480 check (morning_at between 0 and 1439),
  version integer not null default 1,
  primary key (workspace_id, member_id),
  foreign key (workspace_id, member_id) references member (workspace_id, id) on delete cascade
);

-- One of each kind on a member's day: written before it is sent, so that it never goes twice.
create table push_sent (
  workspace_id uuid not null,
  member_id uuid not null,
  kind text not null check (kind in ('morning', 'waiting')),
  happened_on date not null,
  created_at timestamptz not null default now(),
  primary key (workspace_id, member_id, kind, happened_on),
  foreign key (workspace_id, member_id) references member (workspace_id, id) on delete cascade
);

do $$
declare t text;
begin
  foreach t in array array['push_device', 'push_choice', 'push_sent'] loop
    execute format('alter table %I enable row level security', t);
    execute format('alter table %I force row level security', t);
    execute format('create policy tenant on %I using (workspace_id = (select current_workspace())) with check (workspace_id = (select current_workspace()))', t);
    execute format('grant select, insert, update, delete on %I to aanhouder_app', t);
  end loop;
end $$;

-- Who has a device, over all workspaces: ids and nothing else, as members_to_pace (0007-pace.sql).
create policy whose_device on push_device for select to current_user using (current_setting('app.asks', true) = 'whose_device');
create function members_with_devices(most integer) returns table (workspace_id uuid, member_id uuid)
  language plpgsql security definer set search_path = public, pg_temp as $$
begin
  perform set_config('app.asks', 'whose_device', true);
  return query select distinct d.workspace_id, d.member_id from push_device d order by 1, 2 limit most;
  perform set_config('app.asks', '', true);
end $$;
revoke all on function members_with_devices(integer) from public;
grant execute on function members_with_devices(integer) to aanhouder_app;
