-- The average sale, learned from the newest sales with an amount (product.md, definition 13). Kept with the workspace, which every decision
-- reads anyway: a new prospect and what has no amount are worth the same, and move together.
alter table workspace
  -- What counts now, with so many sales. Null: average_value, the user's guess, alone.
  add column learned_average bigint check (learned_average >= 0),
  add column learned_sales smallint check (learned_sales > 0),
  -- When the sales were last looked at.
  add column learned_at timestamptz,
  -- What has no amount is being ranked anew with it: done up to and with this id. Null: all of it.
  add column ranked_until uuid,
  add constraint learned_is_whole check (num_nulls(learned_average, learned_sales) in (0, 2) and (learned_average is null or learned_at is not null));

-- The newest sales with an amount, in a probe of the index.
create index opportunity_sale on opportunity (workspace_id, ended_on desc nulls last, id desc) include (value) where state = 'won' and value is not null;
