-- Everything that leaves by mail (docs/decisions/0020-outbox.md): a row in the transaction that causes it, claimed before SMTP.

create table outbox (
  workspace_id uuid not null,
  id uuid not null,
  -- What it was written for: the same cause is never written twice.
  cause text not null check (length(cause) between 1 and 200),
  kind text not null check (kind in ('sign_in', 'service', 'personal', 'promotional')),
  -- Asked again in the transaction that claims it. Null: no rule blocks it.
  purpose text check (purpose in ('service', 'requested', 'dialogue', 'promo', 'bulk')),
  person_id uuid,
  -- Whose message; null: the host's own.
  member_id uuid,
  -- They waited for this answer since: what allows it, though logging it ends the waiting.
  asked_on date,
  -- The contact moment that was logged with it, and is taken back with it.
  moment_id uuid,
  to_name text check (to_name !~ '[\r\n]'),
  to_address text not null check (to_address !~ '[\r\n]'),
  subject text not null check (subject !~ '[\r\n]'),
  text text not null,
  html text,
  unsubscribe_url text check (unsubscribe_url ~ '^https?://\S+$'),
  in_reply_to text check (in_reply_to ~ '^<\S+>$'),
  reference_ids text check (reference_ids !~ '[\r\n]'),
  state text not null default 'queued' check (state in ('queued', 'sending', 'sent', 'failed', 'uncertain', 'cancelled', 'blocked')),
  -- Why it waits, is blocked or failed: a code. `answer`: the words of the server, or the rule that blocks.
  reason text,
  answer text,
  send_after timestamptz not null,
  attempts integer not null default 0,
  -- How often it may have arrived without our knowing: a crash or a broken line after the message began.
  unknowns integer not null default 0,
  message_id text,
  claimed_at timestamptz,
  lease_id uuid,
  lease_until timestamptz,
  ended_at timestamptz,
  version integer not null default 1,
  created_at timestamptz not null default now(),
  primary key (workspace_id, id),
  foreign key (workspace_id, person_id) references person (workspace_id, id),
  foreign key (workspace_id, member_id) references member (workspace_id, id),
  check ((state = 'sending') = (lease_until is not null)),
  check ((state in ('queued', 'sending')) = (ended_at is null))
);
create unique index outbox_cause on outbox (workspace_id, cause);
-- What a claim takes, in its order: who wants to sign in goes first.
create index outbox_queue on outbox (workspace_id, member_id, (kind <> 'sign_in'), send_after, id) where state = 'queued';
create index outbox_due on outbox (send_after) include (workspace_id, member_id) where state = 'queued';
create index outbox_lapsed on outbox (lease_until) include (workspace_id, member_id) where state = 'sending';
-- How many went by one's mailbox in the last minute and day.
create index outbox_claimed on outbox (workspace_id, member_id, claimed_at) where claimed_at is not null;
create index outbox_state on outbox (workspace_id, state, id);
create index outbox_person on outbox (workspace_id, person_id) where person_id is not null;
create index outbox_moment on outbox (workspace_id, moment_id) where moment_id is not null;

-- Without a row: as the defaults of core/outbox/mail-choice. `member_id` null: the company's.
create table mail_choice (
  workspace_id uuid not null,
  id uuid not null,
  member_id uuid,
  -- Minutes after midnight; both null: no quiet hours.
  quiet_from smallint check (quiet_from between 0 and 1439),
  quiet_until smallint check (quiet_until between 0 and 1439),
  -- Null: no limit.
  per_minute integer check (per_minute > 0),
  per_day integer check (per_day > 0),
  signature text not null default '',
  version integer not null default 1,
  primary key (workspace_id, id),
  foreign key (workspace_id, member_id) references member (workspace_id, id) on delete cascade,
  unique nulls not distinct (workspace_id, member_id),
  check ((quiet_from is null) = (quiet_until is null))
);

do $$
declare t text;
begin
  foreach t in array array['outbox', 'mail_choice'] loop
    execute format('alter table %I enable row level security', t);
    execute format('alter table %I force row level security', t);
    execute format('create policy tenant on %I using (workspace_id = (select current_workspace())) with check (workspace_id = (select current_workspace()))', t);
    execute format('grant select, insert, update, delete on %I to aanhouder_app', t);
  end loop;
end $$;

-- Whose mail is due, over all workspaces: ids and nothing else, as members_with_devices (0015-push.sql).
create policy due_mail on outbox for select to current_user using (current_setting('app.asks', true) = 'due_mail');
create function mail_due(at timestamptz, most integer) returns table (workspace_id uuid, member_id uuid)
  language plpgsql security definer set search_path = public, pg_temp as $$
begin
  perform set_config('app.asks', 'due_mail', true);
  return query
    select o.workspace_id, o.member_id from outbox o where o.state = 'queued' and o.send_after <= at
    union
    select o.workspace_id, o.member_id from outbox o where o.state = 'sending' and o.lease_until <= at
    limit most;
  perform set_config('app.asks', '', true);
end $$;
revoke all on function mail_due(timestamptz, integer) from public;
grant execute on function mail_due(timestamptz, integer) to aanhouder_app;
