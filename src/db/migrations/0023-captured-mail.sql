-- Mailboxes of members and what was captured of them (docs/decisions/0021).

-- How a member's mail is reached. Its password stands in sealed_secret, under the same id.
create table mailbox (
  workspace_id uuid not null,
  id uuid not null,
  member_id uuid not null,
  address text not null check (address !~ '[\s<>]'),
  -- password, or the OAuth2 of one of these.
  auth text not null default 'password' check (auth in ('password', 'google', 'microsoft')),
  user_name text not null check (user_name !~ '[\r\n]'),
  imap_host text not null,
  imap_port integer not null check (imap_port between 1 and 65535),
  imap_security text not null check (imap_security in ('tls', 'starttls', 'none')),
  smtp_host text not null,
  smtp_port integer not null check (smtp_port between 1 and 65535),
  smtp_security text not null check (smtp_security in ('tls', 'starttls', 'none')),
  -- The provider puts what is sent by SMTP into the folder of sent mail itself.
  keeps_sent boolean not null default false,
  left_out_folders text[] not null default '{}',
  left_out_domains text[] not null default '{}',
  -- How far the last try came, and what stood in its way.
  step text not null default 'new' check (step in ('new', 'name', 'tls', 'login', 'folder', 'ready')),
  watching text check (watching in ('idle', 'poll')),
  last_error text,
  last_error_said text,
  last_error_at timestamptz,
  failures integer not null default 0,
  next_try_at timestamptz,
  checked_at timestamptz,
  last_message_at timestamptz,
  -- Of the first reading: how many were looked at, of how many.
  looked_at integer not null default 0,
  to_look_at integer not null default 0,
  version integer not null default 1,
  created_at timestamptz not null default now(),
  primary key (workspace_id, id),
  foreign key (workspace_id, member_id) references member (workspace_id, id) on delete cascade
);
create unique index mailbox_member on mailbox (workspace_id, member_id);

create table mailbox_folder (
  workspace_id uuid not null,
  id uuid not null,
  mailbox_id uuid not null,
  path text not null,
  role text not null check (role in ('inbox', 'sent', 'other')),
  uid_validity text not null,
  -- All messages with a number in first_uid..last_uid were looked at: newer ones come above, older ones below.
  first_uid bigint not null,
  last_uid bigint not null,
  primary key (workspace_id, id),
  foreign key (workspace_id, mailbox_id) references mailbox (workspace_id, id) on delete cascade
);
create unique index mailbox_folder_path on mailbox_folder (workspace_id, mailbox_id, path);

-- A mail with a known person; to two of them: twice, so that each has their own.
create table mail (
  workspace_id uuid not null,
  id uuid not null,
  member_id uuid not null,
  mailbox_id uuid,
  person_id uuid not null,
  opportunity_id uuid,
  -- The moment or event that it is part of.
  moment_id uuid,
  event_id uuid,
  direction text not null check (direction in ('in', 'out')),
  kind text not null check (kind in ('message', 'auto_reply', 'bounce')),
  -- Of its Message-ID and sender: seen in two folders or by two members it counts once.
  message_key text not null,
  message_id text,
  in_reply_to text,
  reference_ids text[] not null default '{}',
  from_name text not null default '',
  from_address text not null,
  to_addresses text[] not null default '{}',
  subject text not null default '',
  sent_at timestamptz not null,
  happened_on date not null,
  -- What they wrote themselves, and all of it.
  words text not null default '',
  whole text not null default '',
  -- As it was made harmless at its arrival.
  html text,
  remote_images integer not null default 0,
  -- Of an answering machine: the day on which they are back.
  away_until date,
  -- Of a message that came back: whether the address is dead.
  dead boolean not null default false,
  -- Too large to read: only its head is here.
  is_head boolean not null default false,
  created_at timestamptz not null default now(),
  primary key (workspace_id, id),
  foreign key (workspace_id, member_id) references member (workspace_id, id) on delete cascade,
  foreign key (workspace_id, mailbox_id) references mailbox (workspace_id, id) on delete set null (mailbox_id),
  foreign key (workspace_id, person_id) references person (workspace_id, id) on delete cascade,
  foreign key (workspace_id, opportunity_id) references opportunity (workspace_id, id) on delete set null (opportunity_id)
);
create index mail_key on mail (workspace_id, message_key);
create index mail_person on mail (workspace_id, person_id, sent_at desc);
create index mail_message_id on mail (workspace_id, message_id) where message_id is not null;
create index mail_opportunity on mail (workspace_id, opportunity_id, happened_on) where opportunity_id is not null;
create index mail_mailbox on mail (workspace_id, mailbox_id) where mailbox_id is not null;

create table mail_file (
  workspace_id uuid not null,
  id uuid not null,
  mail_id uuid not null,
  name text not null,
  type text not null,
  size integer not null,
  -- Null: larger than is kept.
  content bytea,
  primary key (workspace_id, id),
  foreign key (workspace_id, mail_id) references mail (workspace_id, id) on delete cascade
);
create index mail_file_mail on mail_file (workspace_id, mail_id);

-- Where a member's forwarded and blind copied mail comes in: inbox+token@ of the host's own mailbox.
create table inbox_address (
  workspace_id uuid not null,
  member_id uuid not null,
  token text not null check (token ~ '^[a-z2-7]{16}$'),
  created_at timestamptz not null default now(),
  primary key (workspace_id, member_id),
  foreign key (workspace_id, member_id) references member (workspace_id, id) on delete cascade
);
create unique index inbox_address_token on inbox_address (token);

do $$
declare t text;
begin
  foreach t in array array['mailbox', 'mailbox_folder', 'mail', 'mail_file', 'inbox_address'] loop
    execute format('alter table %I enable row level security', t);
    execute format('alter table %I force row level security', t);
    execute format('create policy tenant on %I using (workspace_id = (select current_workspace())) with check (workspace_id = (select current_workspace()))', t);
    execute format('grant select, insert, update, delete on %I to aanhouder_app', t);
  end loop;
end $$;

-- Which mailboxes there are, over all workspaces: ids and versions, as members_with_devices (0015-push.sql).
create policy whose_mailbox on mailbox for select to current_user using (current_setting('app.asks', true) = 'whose_mailbox');
create function mailboxes_to_watch(most integer) returns table (workspace_id uuid, id uuid, member_id uuid, version integer)
  language plpgsql security definer set search_path = public, pg_temp as $$
begin
  perform set_config('app.asks', 'whose_mailbox', true);
  return query select m.workspace_id, m.id, m.member_id, m.version from mailbox m order by m.id limit most;
  perform set_config('app.asks', '', true);
end $$;
revoke all on function mailboxes_to_watch(integer) from public;
grant execute on function mailboxes_to_watch(integer) to aanhouder_app;

-- Whose token it is; who does not know one learns nothing.
create policy whose_inbox on inbox_address for select to current_user using (current_setting('app.asks', true) = 'whose_inbox');
create function inbox_of(asked text) returns table (workspace_id uuid, member_id uuid)
  language plpgsql security definer set search_path = public, pg_temp as $$
begin
  perform set_config('app.asks', 'whose_inbox', true);
  return query select i.workspace_id, i.member_id from inbox_address i where i.token = asked;
  perform set_config('app.asks', '', true);
end $$;
revoke all on function inbox_of(text) from public;
grant execute on function inbox_of(text) to aanhouder_app;

-- A message to this address came back as nobody's; another address is a new one.
alter table person add column email_dead_on date;
create function forget_dead_email() returns trigger language plpgsql set search_path = public, pg_temp as $$
begin
  new.email_dead_on := null;
  return new;
end $$;
create trigger person_email_dead before update of email on person
  for each row when (old.email is distinct from new.email) execute function forget_dead_email();

-- Whether a mail in the folder of what is sent went out by the program itself, which counted it.
create index outbox_message on outbox (workspace_id, message_id) where message_id is not null;
