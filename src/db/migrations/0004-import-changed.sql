-- Images of opportunities that were there before an import changed them (a value, a moment), for its undo. What was restored goes.
create table import_changed (
  workspace_id uuid not null,
  import_id uuid not null,
  opportunity_id uuid not null,
  before jsonb not null,
  version_after integer not null,
  primary key (workspace_id, import_id, opportunity_id),
  foreign key (workspace_id, import_id) references import (workspace_id, id) on delete cascade,
  foreign key (workspace_id, opportunity_id) references opportunity (workspace_id, id) on delete cascade
);
create index import_changed_opportunity on import_changed (workspace_id, opportunity_id);
alter table import_changed enable row level security;
alter table import_changed force row level security;
create policy tenant on import_changed using (workspace_id = (select current_workspace())) with check (workspace_id = (select current_workspace()));
grant select, insert, update, delete on import_changed to aanhouder_app;
