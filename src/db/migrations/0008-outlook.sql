-- The Outlook (product.md, row 8): what comes in for certain, and what it is needed for.

alter table workspace
  -- What is at hand now, as the user said on that day.
  add column cash_at_hand bigint check (cash_at_hand >= 0),
  add column cash_on date,
  add column viewer_sees_customers boolean not null default false,
  add constraint cash_has_day check ((cash_at_hand is null) = (cash_on is null));

alter table opportunity
  -- Recurring: so much a month for so many months; value is then the two multiplied. Starts on the day of the sale without a day.
  add column monthly bigint check (monthly > 0),
  add column term_months smallint check (term_months between 1 and 120),
  add column starts_on date,
  -- After the term it goes on by itself, unless notice was given so many months before its end.
  add column renews boolean,
  add column notice_months smallint check (notice_months between 0 and 24),
  add column quote_amount bigint check (quote_amount > 0),
  add column quote_on date,
  add column quote_until date check (quote_until >= quote_on),
  add column quote_state text check (quote_state in ('out', 'accepted', 'declined', 'withdrawn')),
  add column quote_link text check (quote_link like 'https://%'),
  -- Won: when the money is expected, and when it came.
  add column expected_on date,
  add column paid_on date,
  add constraint recurring_is_whole check (num_nulls(monthly, term_months, renews, notice_months) in (0, 4) and (monthly is not null or starts_on is null)),
  add constraint quote_is_whole check (num_nulls(quote_amount, quote_on, quote_state) in (0, 3) and (quote_on is not null or num_nonnulls(quote_until, quote_link) = 0)),
  add constraint payment_is_of_a_sale check (state = 'won' or num_nonnulls(expected_on, paid_on) = 0);
create index opportunity_unpaid on opportunity (workspace_id, expected_on) where state = 'won' and expected_on is not null and paid_on is null;
create index opportunity_running on opportunity (workspace_id, id) where state = 'won' and monthly is not null;

-- What is needed, and the next step one dreams of (kind next_step: by the month, beside the needs).
create table need (
  workspace_id uuid not null,
  id uuid not null,
  kind text not null check (kind in ('wages', 'rent', 'purchase', 'yourself', 'reserve', 'other', 'next_step')),
  -- Empty: the kind says enough.
  name text not null,
  amount bigint not null check (amount > 0),
  every text not null check (every in ('month', 'once')),
  from_on date not null,
  until_on date check (until_on >= from_on),
  version integer not null default 1,
  created_at timestamptz not null default now(),
  primary key (workspace_id, id),
  check (every = 'month' or until_on is null),
  check (kind <> 'next_step' or every = 'month')
);

-- What runs already, of customers from before Aanhouder.
create table contract (
  workspace_id uuid not null,
  id uuid not null,
  customer text not null check (customer <> ''),
  -- A month.
  amount bigint not null check (amount > 0),
  from_on date not null,
  -- The last day; null: it runs on until somebody ends it.
  until_on date check (until_on >= from_on),
  renews boolean not null default false,
  notice_months smallint not null default 0 check (notice_months between 0 and 24),
  version integer not null default 1,
  created_at timestamptz not null default now(),
  primary key (workspace_id, id)
);

alter table change_record drop constraint change_record_record_type_check;
alter table change_record add constraint change_record_record_type_check
  check (record_type in ('opportunity', 'person', 'promise', 'organisation', 'prospecting', 'need', 'contract'));

do $$
declare t text;
begin
  foreach t in array array['need', 'contract'] loop
    execute format('alter table %I enable row level security', t);
    execute format('alter table %I force row level security', t);
    execute format('create policy tenant on %I using (workspace_id = (select current_workspace())) with check (workspace_id = (select current_workspace()))', t);
    execute format('grant select, insert, update, delete on %I to aanhouder_app', t);
  end loop;
end $$;
