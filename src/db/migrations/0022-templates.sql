-- Mails of one's own for the steps of a rhythm. Without a row: the one that comes with the program (src/i18n/mail).
create table mail_template (
  workspace_id uuid not null,
  id uuid not null,
  language text not null check (language in ('nl', 'en')),
  -- English knows one form: je.
  form text not null check (form in ('je', 'u')),
  step smallint not null check (step between 1 and 12),
  subject text not null check (subject !~ '[\r\n]'),
  body text not null,
  version integer not null default 1,
  created_at timestamptz not null default now(),
  primary key (workspace_id, id),
  check (language = 'nl' or form = 'je')
);
create unique index mail_template_step on mail_template (workspace_id, language, form, step);
alter table mail_template enable row level security;
alter table mail_template force row level security;
create policy tenant on mail_template using (workspace_id = (select current_workspace())) with check (workspace_id = (select current_workspace()));
grant select, insert, update, delete on mail_template to aanhouder_app;
