-- The public page (docs/decisions/0022-public-pages.md): what visitors see, who signed up and how they confirmed it, the course and the
-- tips, and what came in by the contact form.

-- One row a workspace, made when its owner first sets something.
create table public_page (
  workspace_id uuid primary key,
  is_on boolean not null default false,
  -- Its address, /p/<slug>. Null: none chosen yet (or put back from an export: two companies cannot share one).
  slug text check (slug ~ '^[a-z0-9]+(-[a-z0-9]+)*$' and length(slug) between 3 and 40),
  -- Null: the workspace's name.
  name text check (name <> ''),
  intro_nl text,
  intro_en text,
  -- Who sends: address and registration, at the foot of every page and mail.
  sender text,
  colour text not null default '#0e5a4a' check (colour ~ '^#[0-9a-f]{6}$'),
  -- Who gets what comes in, and in whose name it is written down.
  member_id uuid not null,
  -- Days between two lessons, until the subscriber chooses.
  every_days smallint not null default 3 check (every_days between 1 and 30),
  -- A subscriber becomes an opportunity too, with a next moment.
  makes_opportunity boolean not null default false,
  version integer not null default 1,
  foreign key (workspace_id, member_id) references member (workspace_id, id),
  check (not is_on or slug is not null)
);
create unique index public_page_slug on public_page (slug) where slug is not null;

-- Confirmed: one a mail address.
create table subscriber (
  workspace_id uuid not null,
  id uuid not null,
  person_id uuid not null,
  email text not null,
  email_key text not null,
  language text not null check (language in ('nl', 'en')),
  -- none: never asked for it; left: unsubscribed from it.
  module text not null default 'none' check (module in ('none', 'running', 'paused', 'finished', 'left')),
  tips text not null default 'none' check (tips in ('none', 'running', 'left')),
  -- The last lesson that was sent, and when the next one goes.
  lesson smallint not null default 0 check (lesson between 0 and 12),
  every_days smallint not null check (every_days between 1 and 30),
  next_at timestamptz,
  -- The newest proof for each.
  module_consent_id uuid,
  tips_consent_id uuid,
  confirmed_at timestamptz not null,
  version integer not null default 1,
  created_at timestamptz not null default now(),
  primary key (workspace_id, id),
  foreign key (workspace_id, person_id) references person (workspace_id, id) on delete cascade,
  check ((module = 'running') = (next_at is not null))
);
create unique index subscriber_email on subscriber (workspace_id, email_key);
create index subscriber_person on subscriber (workspace_id, person_id);
create index subscriber_due on subscriber (workspace_id, next_at) where next_at is not null;
create index subscriber_tips on subscriber (workspace_id, id) where tips = 'running';

-- Somebody filled in an address: worked on after the answer, so that known and unknown addresses get the same one as soon. With the
-- words that stood beside the ticks, it is the proof of a double opt-in. Not confirmed after seven days it goes.
create table sign_up (
  workspace_id uuid not null,
  id uuid not null,
  email text not null,
  email_key text not null,
  name text,
  language text not null check (language in ('nl', 'en')),
  module boolean not null,
  tips boolean not null,
  wording_module text not null,
  wording_tips text not null,
  wording_version text not null,
  -- The address of the page; the network it came from (not the whole address); the browser.
  page text not null,
  network text,
  user_agent text,
  handled_at timestamptz,
  mailed_at timestamptz,
  confirmed_at timestamptz,
  subscriber_id uuid,
  created_at timestamptz not null,
  primary key (workspace_id, id),
  foreign key (workspace_id, subscriber_id) references subscriber (workspace_id, id) on delete cascade,
  check (module or tips)
);
create index sign_up_waiting on sign_up (workspace_id, id) where handled_at is null;
create index sign_up_address on sign_up (workspace_id, email_key, created_at);
create index sign_up_unconfirmed on sign_up (workspace_id, created_at) where confirmed_at is null;
create index sign_up_mailed on sign_up (workspace_id, mailed_at) where mailed_at is not null;
create index sign_up_subscriber on sign_up (workspace_id, subscriber_id) where subscriber_id is not null;

-- Links that open something without signing in, as hashes (SHA-256): whoever reads the table has none of them.
create table public_link (
  workspace_id uuid not null,
  id uuid not null,
  hash text not null,
  kind text not null check (kind in ('confirm', 'course', 'leave_module', 'leave_tips')),
  sign_up_id uuid,
  subscriber_id uuid,
  expires_at timestamptz,
  used_at timestamptz,
  created_at timestamptz not null default now(),
  primary key (workspace_id, id),
  foreign key (workspace_id, sign_up_id) references sign_up (workspace_id, id) on delete cascade,
  foreign key (workspace_id, subscriber_id) references subscriber (workspace_id, id) on delete cascade,
  check ((kind = 'confirm') = (sign_up_id is not null) and num_nonnulls(sign_up_id, subscriber_id) = 1)
);
create unique index public_link_hash on public_link (hash);
create index public_link_sign_up on public_link (workspace_id, sign_up_id) where sign_up_id is not null;
create index public_link_subscriber on public_link (workspace_id, subscriber_id) where subscriber_id is not null;

create table lesson_progress (
  workspace_id uuid not null,
  id uuid not null,
  subscriber_id uuid not null,
  number smallint not null check (number between 1 and 12),
  sent_at timestamptz not null,
  -- They tapped "done".
  done_at timestamptz,
  -- Lesson 1: [{name, keen}], the people they let go.
  names jsonb,
  primary key (workspace_id, id),
  foreign key (workspace_id, subscriber_id) references subscriber (workspace_id, id) on delete cascade
);
create unique index lesson_progress_number on lesson_progress (workspace_id, subscriber_id, number);
create index lesson_progress_lesson on lesson_progress (workspace_id, number);

create table tip (
  workspace_id uuid not null,
  id uuid not null,
  state text not null default 'draft' check (state in ('draft', 'scheduled', 'sent')),
  send_at timestamptz,
  sent_at timestamptz,
  -- To how many it went.
  recipients integer,
  member_id uuid not null,
  version integer not null default 1,
  created_at timestamptz not null default now(),
  primary key (workspace_id, id),
  foreign key (workspace_id, member_id) references member (workspace_id, id),
  check ((state = 'scheduled') <= (send_at is not null)),
  check ((state = 'sent') = (sent_at is not null))
);
create index tip_scheduled on tip (workspace_id, send_at) where state = 'scheduled';
create index tip_sent on tip (workspace_id, sent_at desc, id desc) where state = 'sent';

-- Texts of the owner, every version kept: the newest counts. A lesson without one has the program's own (i18n/lessons).
create table public_text (
  workspace_id uuid not null,
  id uuid not null,
  number smallint check (number between 1 and 12),
  tip_id uuid,
  language text not null check (language in ('nl', 'en')),
  version integer not null,
  title text not null check (title <> ''),
  -- Markdown without HTML.
  body text not null,
  act text,
  -- Back to the program's own text from here on.
  is_own boolean not null default true,
  member_id uuid not null,
  created_at timestamptz not null,
  primary key (workspace_id, id),
  foreign key (workspace_id, tip_id) references tip (workspace_id, id) on delete cascade,
  foreign key (workspace_id, member_id) references member (workspace_id, id),
  check (num_nonnulls(number, tip_id) = 1)
);
create unique index public_text_lesson on public_text (workspace_id, number, language, version) where number is not null;
create unique index public_text_tip on public_text (workspace_id, tip_id, language, version) where tip_id is not null;

-- By the contact form; worked on after the answer, as a sign-up is.
create table contact_request (
  workspace_id uuid not null,
  id uuid not null,
  name text not null,
  email text,
  phone text,
  organisation text,
  message text not null,
  language text not null check (language in ('nl', 'en')),
  handled_at timestamptz,
  person_id uuid,
  opportunity_id uuid,
  created_at timestamptz not null,
  primary key (workspace_id, id),
  foreign key (workspace_id, person_id) references person (workspace_id, id) on delete cascade
);
create index contact_request_waiting on contact_request (workspace_id, id) where handled_at is null;
create index contact_request_newest on contact_request (workspace_id, created_at desc, id desc);
create index contact_request_person on contact_request (workspace_id, person_id) where person_id is not null;

do $$
declare t text;
begin
  foreach t in array array['public_page', 'subscriber', 'sign_up', 'public_link', 'lesson_progress', 'tip', 'public_text', 'contact_request'] loop
    execute format('alter table %I enable row level security', t);
    execute format('alter table %I force row level security', t);
    execute format('create policy tenant on %I using (workspace_id = (select current_workspace())) with check (workspace_id = (select current_workspace()))', t);
    execute format('grant select, insert, update, delete on %I to aanhouder_app', t);
  end loop;
end $$;

-- Whose page has this address, whose link is this, and who has a page at all: over all workspaces, ids and nothing else, as
-- members_with_devices (0015-push.sql).
create policy whose_page on public_page for select to current_user using (current_setting('app.asks', true) = 'whose_page');
create policy whose_link on public_link for select to current_user using (current_setting('app.asks', true) = 'whose_link');
create function workspace_of_slug(of_slug text) returns uuid
  language plpgsql security definer set search_path = public, pg_temp as $$
declare found_id uuid;
begin
  perform set_config('app.asks', 'whose_page', true);
  select p.workspace_id into found_id from public_page p where p.slug = of_slug;
  perform set_config('app.asks', '', true);
  return found_id;
end $$;
create function workspace_of_link(of_hash text) returns uuid
  language plpgsql security definer set search_path = public, pg_temp as $$
declare found_id uuid;
begin
  perform set_config('app.asks', 'whose_link', true);
  select l.workspace_id into found_id from public_link l where l.hash = of_hash;
  perform set_config('app.asks', '', true);
  return found_id;
end $$;
create function workspaces_with_page() returns setof uuid
  language plpgsql security definer set search_path = public, pg_temp as $$
begin
  perform set_config('app.asks', 'whose_page', true);
  return query select p.workspace_id from public_page p order by 1;
  perform set_config('app.asks', '', true);
end $$;
revoke all on function workspace_of_slug(text) from public;
revoke all on function workspace_of_link(text) from public;
revoke all on function workspaces_with_page() from public;
grant execute on function workspace_of_slug(text) to aanhouder_app;
grant execute on function workspace_of_link(text) to aanhouder_app;
grant execute on function workspaces_with_page() to aanhouder_app;
