-- Permission (docs/permission.md): what decides whether a channel may be used, and the proofs that it may.

alter table workspace
  -- The rules for people of whom no country is known. Null: those of the workspace's own country.
  add column contact_country text check (contact_country in ('NL', 'BE', 'DE', 'UK', 'unknown')),
  add column sender_kind text not null default 'company' check (sender_kind in ('company', 'charity', 'lottery', 'publisher'));

alter table person
  -- Null: as the number says, else as the workspace says.
  add column country text check (country ~ '^[A-Z]{2}$'),
  add column non_mailing boolean not null default false,
  add column phone_private boolean not null default false,
  -- The proofs that count, so that they ride along with the person. Follows from consent (`aanhouder verify`).
  add column proofs jsonb not null default '[]';
-- Those who are asked about in one go: where are they known from?
create index person_unverified on person (workspace_id, id) where basis = 'unverified';

-- Proofs, append-only: a withdrawal is written once, beside it; an undo leaves the row and says when it stopped counting.
create table consent (
  workspace_id uuid not null,
  id uuid not null,
  person_id uuid not null,
  -- consent: they allowed it; soft_opt_in: a customer who could refuse (five conditions); published: made known for offers.
  kind text not null check (kind in ('consent', 'soft_opt_in', 'published')),
  channels text[] not null check (cardinality(channels) > 0 and channels <@ array['call', 'email', 'sms_whatsapp', 'linkedin', 'post', 'visit']),
  purposes text[] not null check (cardinality(purposes) > 0 and purposes <@ array['promo', 'bulk']),
  -- Exactly what was said or shown, its version, and in which language.
  wording text not null check (wording <> ''),
  wording_version text not null,
  language text not null check (language in ('nl', 'en')),
  how text not null check (how in ('web', 'phone', 'paper', 'import', 'mail', 'talk')),
  -- Where: an address of a page or form, a fair, a file.
  source text,
  given_on date not null,
  -- The second yes of a double opt-in.
  confirmed_on date check (confirmed_on >= given_on),
  -- The last day on which it counts.
  until_on date check (until_on >= given_on),
  recorded_by uuid not null,
  withdrawn_at timestamptz,
  withdrawn_by uuid,
  withdrawn_how text check (withdrawn_how in ('web', 'phone', 'paper', 'import', 'mail', 'talk')),
  void_at timestamptz,
  created_at timestamptz not null default now(),
  primary key (workspace_id, id),
  foreign key (workspace_id, person_id) references person (workspace_id, id) on delete cascade,
  foreign key (workspace_id, recorded_by) references member (workspace_id, id),
  foreign key (workspace_id, withdrawn_by) references member (workspace_id, id),
  constraint withdrawn_is_whole check (num_nulls(withdrawn_at, withdrawn_by, withdrawn_how) in (0, 3))
);
create index consent_person on consent (workspace_id, person_id, id);

create function consent_stays() returns trigger language plpgsql as $$
begin
  if (to_jsonb(old) - array['person_id', 'withdrawn_at', 'withdrawn_by', 'withdrawn_how', 'void_at'])
      is distinct from (to_jsonb(new) - array['person_id', 'withdrawn_at', 'withdrawn_by', 'withdrawn_how', 'void_at'])
    or (old.withdrawn_at is not null
      and (old.withdrawn_at, old.withdrawn_by, old.withdrawn_how) is distinct from (new.withdrawn_at, new.withdrawn_by, new.withdrawn_how)) then
    raise exception 'a consent is not rewritten: % of person %', old.id, old.person_id using errcode = 'restrict_violation';
  end if;
  return new;
end $$;
create trigger consent_stays before update on consent for each row execute function consent_stays();

-- Going on in spite of a warning, with the reason; never in spite of a block.
create table permission_override (
  workspace_id uuid not null,
  id uuid not null,
  person_id uuid not null,
  member_id uuid not null,
  channel text not null check (channel in ('call', 'message', 'email', 'linkedin', 'meeting', 'video', 'visit', 'post')),
  purpose text not null check (purpose in ('requested', 'dialogue', 'promo', 'bulk')),
  rule_id text not null,
  ruleset_version text not null,
  reason text not null check (length(trim(reason)) >= 10),
  created_at timestamptz not null default now(),
  primary key (workspace_id, id),
  foreign key (workspace_id, person_id) references person (workspace_id, id) on delete cascade,
  foreign key (workspace_id, member_id) references member (workspace_id, id)
);
create index permission_override_person on permission_override (workspace_id, person_id, id);

-- What was known when a contact moment was logged. Null: from before this, imported, or not asked (care before it).
alter table moment
  add column purpose text check (purpose in ('service', 'requested', 'dialogue', 'promo', 'bulk')),
  add column verdict text check (verdict in ('allow', 'warn', 'block')),
  add column rule_id text,
  add column ruleset_version text,
  add constraint moment_verdict_is_whole check (num_nulls(purpose, verdict, rule_id, ruleset_version) in (0, 4));

do $$
declare t text;
begin
  foreach t in array array['consent', 'permission_override'] loop
    execute format('alter table %I enable row level security', t);
    execute format('alter table %I force row level security', t);
    execute format('create policy tenant on %I using (workspace_id = (select current_workspace())) with check (workspace_id = (select current_workspace()))', t);
    execute format('grant select, insert, update, delete on %I to aanhouder_app', t);
  end loop;
end $$;
