-- The rights of persons (docs/decisions/0017-rights-desk.md): restriction and erasure, the list of those who objected, requests and their
-- clock, what to clear.

alter table person
  -- Kept but not used: out of Today, ranking, Revive and still-to-gain. An erasure that is waited for is such a restriction with a day.
  add column restricted_on date,
  add column erase_on date,
  -- Made while the list of objections held their address: which entry of it.
  add column suppressed_by uuid,
  add constraint erasure_is_held check (erase_on is null or restricted_on is not null);
create index person_erase on person (workspace_id, erase_on) where erase_on is not null;
create index person_suppressed on person (workspace_id, suppressed_by) where suppressed_by is not null;

alter table opportunity
  -- Whose it was is erased; only what counts is left.
  add column erased_on date;

-- One row a workspace, made when it is first needed.
create table privacy (
  workspace_id uuid primary key,
  -- Without it nobody can try addresses against the list.
  suppression_key text not null default replace(gen_random_uuid()::text || gen_random_uuid()::text, '-', ''),
  retention_months smallint not null default 24 check (retention_months between 3 and 120),
  -- To whom a person writes about their data.
  contact text,
  -- The day of the last look at what to clear.
  looked_on date,
  version integer not null default 1
);

-- Who objected, as HMACs of their addresses: it outlives the person. The addresses of one person have one subject.
create table suppression (
  workspace_id uuid not null,
  id uuid not null,
  subject_id uuid not null,
  kind text not null check (kind in ('email', 'phone')),
  hash text not null,
  objected_on date not null,
  created_at timestamptz not null default now(),
  primary key (workspace_id, id)
);
create unique index suppression_hash on suppression (workspace_id, hash);
create index suppression_subject on suppression (workspace_id, subject_id);

-- What an open opportunity (or a person's care) had planned before a restriction, to be put back when it ends.
create table hold (
  workspace_id uuid not null,
  -- Of the opportunity, or of the person.
  id uuid not null,
  person_id uuid not null,
  before jsonb not null,
  primary key (workspace_id, id),
  foreign key (workspace_id, person_id) references person (workspace_id, id) on delete cascade
);
create index hold_person on hold (workspace_id, person_id);

-- Ids of whom is erased, so that a restored backup does not bring them back.
create table erasure (
  workspace_id uuid not null,
  -- Of the person.
  id uuid not null,
  erased_on date not null,
  primary key (workspace_id, id)
);

create table rights_request (
  workspace_id uuid not null,
  id uuid not null,
  person_id uuid,
  -- As they called themselves, when nobody here was chosen.
  who text,
  kind text not null check (kind in ('access', 'rectify', 'restrict', 'object', 'erase')),
  received_on date not null,
  received_by text not null check (received_by in ('email', 'phone', 'letter', 'in_person', 'form', 'other')),
  due_on date not null check (due_on > received_on),
  extended_on date,
  extension_reason text,
  state text not null default 'open' check (state in ('open', 'done', 'refused')),
  closed_on date,
  -- What was answered, and the reason of a refusal.
  answer text,
  member_id uuid not null,
  version integer not null default 1,
  created_at timestamptz not null default now(),
  primary key (workspace_id, id),
  foreign key (workspace_id, person_id) references person (workspace_id, id) on delete set null (person_id),
  foreign key (workspace_id, member_id) references member (workspace_id, id),
  check ((state = 'open') = (closed_on is null))
);
create index rights_request_open on rights_request (workspace_id, due_on) where state = 'open';
create index rights_request_newest on rights_request (workspace_id, received_on desc, id desc);
create index rights_request_person on rights_request (workspace_id, person_id) where person_id is not null;

-- Proposed to be cleared, as nobody spoke with them for long; or kept, with the reason.
create table clearing (
  workspace_id uuid not null,
  -- Of the person.
  id uuid not null,
  -- The last day on which both spoke, or on which they came in.
  last_on date not null,
  proposed_on date not null,
  state text not null default 'proposed' check (state in ('proposed', 'kept')),
  reason text,
  kept_until date,
  primary key (workspace_id, id),
  foreign key (workspace_id, id) references person (workspace_id, id) on delete cascade,
  check ((state = 'kept') = (kept_until is not null))
);
create index clearing_proposed on clearing (workspace_id, last_on, id) where state = 'proposed';

-- That something was done for somebody's rights, by whom and when; not what it held.
create table rights_log (
  workspace_id uuid not null,
  id uuid not null,
  kind text not null check (kind in ('requested', 'extended', 'done', 'refused', 'exported', 'restricted', 'restriction_ended',
    'objected', 'suppressed', 'objection_withdrawn', 'erasure_asked', 'erasure_undone', 'erased', 'clearing_proposed', 'kept')),
  person_id uuid,
  request_id uuid,
  -- Null: by itself, at night.
  member_id uuid,
  reason text,
  created_at timestamptz not null default now(),
  primary key (workspace_id, id)
);
create index rights_log_person on rights_log (workspace_id, person_id, created_at desc) where person_id is not null;

-- What persons were found by goes with them. A word that others have too stays, as theirs: it may have been brought by who goes.
create function search_person_forget(in_workspace uuid, in_persons uuid[]) returns void
  language plpgsql security definer set search_path = public, pg_temp as $$
declare
  gone text[];
begin
  if in_workspace is distinct from current_workspace() then return; end if;
  gone := array(
    select w.word from search_word w where w.workspace_id = in_workspace and w.person_id = any(in_persons)
    union
    select unnest(tsvector_to_array(s.words)) from person_search s where s.workspace_id = in_workspace and s.person_id = any(in_persons));
  delete from person_search where workspace_id = in_workspace and person_id = any(in_persons);
  delete from search_word where workspace_id = in_workspace and word = any(gone);
  insert into search_word (workspace_id, word, person_id)
  select in_workspace, g.word, other.person_id from unnest(gone) as g (word)
  cross join lateral (
    select s.person_id from person_search s
    where s.workspace_id = in_workspace and s.words @@ search_any(array[g.word], '')::tsquery limit 1
  ) as other
  on conflict do nothing;
end $$;
revoke all on function search_person_forget(uuid, uuid[]) from public;
grant execute on function search_person_forget(uuid, uuid[]) to aanhouder_app;

do $$
declare t text;
begin
  foreach t in array array['privacy', 'suppression', 'hold', 'erasure', 'rights_request', 'clearing', 'rights_log'] loop
    execute format('alter table %I enable row level security', t);
    execute format('alter table %I force row level security', t);
    execute format('create policy tenant on %I using (workspace_id = (select current_workspace())) with check (workspace_id = (select current_workspace()))', t);
    execute format('grant select, insert, update, delete on %I to aanhouder_app', t);
  end loop;
end $$;
