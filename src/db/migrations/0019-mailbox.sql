-- Mailboxes (docs/decisions/0021): how a member's mail comes in and goes out, and what was captured of it.

-- What the program must be able to read again: a password, a token. Sealed with a key that is not in the database (usecases/secret), bound
-- to its workspace and account. `id` is that of the account it belongs to: a mailbox, a calendar.
create table sealed_secret (
  workspace_id uuid not null,
  id uuid not null,
  member_id uuid not null,
  key_id text not null,
  sealed bytea not null,
  created_at timestamptz not null default now(),
  primary key (workspace_id, id),
  foreign key (workspace_id, member_id) references member (workspace_id, id) on delete cascade
);
alter table sealed_secret enable row level security;
alter table sealed_secret force row level security;
create policy tenant on sealed_secret using (workspace_id = (select current_workspace())) with check (workspace_id = (select current_workspace()));
grant insert, update, delete on sealed_secret to aanhouder_app;
-- Not the seal itself: no list, export or search can take it along. It is read one by one, by the function below.
grant select (workspace_id, id, member_id, key_id, created_at) on sealed_secret to aanhouder_app;

create function sealed_secret_of(account uuid) returns table (key_id text, sealed bytea)
  language sql stable security definer set search_path = public, pg_temp
  as $$ select s.key_id, s.sealed from sealed_secret s where s.workspace_id = current_workspace() and s.id = account $$;
revoke all on function sealed_secret_of(uuid) from public;
grant execute on function sealed_secret_of(uuid) to aanhouder_app;
