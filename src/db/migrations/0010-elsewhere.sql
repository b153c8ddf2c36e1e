-- Holds the place of another branch's migration.
select 1;
