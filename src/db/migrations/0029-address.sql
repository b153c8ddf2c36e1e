-- Where somebody lives or works (docs/decisions/0029-addresses-and-files.md). The country of a person is the one that permission looks at
-- (0012-permission.sql): one human being is in one country. Who has no address of their own is found at their organisation's.
alter table person
  add column street text check (street <> ''),
  add column postcode text check (postcode <> ''),
  add column city text check (city <> '');
alter table organisation
  add column street text check (street <> ''),
  add column postcode text check (postcode <> ''),
  add column city text check (city <> ''),
  add column country text check (country ~ '^[A-Z]{2}$');
