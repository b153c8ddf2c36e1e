-- That somebody is there on whom an opportunity or a place of work stands was a statement inside PostgreSQL for each row and each reference: a fifth
-- of an import's time there. PostgreSQL 18 can keep a foreign key as a declaration; what it would do, a trigger does for all rows of a statement
-- (docs/decisions/0013). Older ones check each row, as before.

-- Held as a foreign key holds them: whoever is about to delete them waits, and then finds what was written. Who copies all workspaces back
-- (backup) sees none of them here; what is copied was checked when it was written.
create function opportunity_is_about() returns trigger language plpgsql set search_path = public, pg_temp as $$
begin
  if current_workspace() is not null and exists (
    select from added a where
      (a.person_id is not null
        and (select true from person p where p.workspace_id = a.workspace_id and p.id = a.person_id for key share) is null)
      or (a.organisation_id is not null
        and (select true from organisation g where g.workspace_id = a.workspace_id and g.id = a.organisation_id for key share) is null))
  then raise foreign_key_violation using message = 'An opportunity is about somebody who is not there.'; end if;
  return null;
end $$;

create function opportunity_is_about_another() returns trigger language plpgsql set search_path = public, pg_temp as $$
begin
  if current_workspace() is not null and (
    (new.person_id is not null
      and (select true from person p where p.workspace_id = new.workspace_id and p.id = new.person_id for key share) is null)
    or (new.organisation_id is not null
      and (select true from organisation g where g.workspace_id = new.workspace_id and g.id = new.organisation_id for key share) is null))
  then raise foreign_key_violation using message = 'An opportunity is about somebody who is not there.'; end if;
  return null;
end $$;

create function person_is_at() returns trigger language plpgsql set search_path = public, pg_temp as $$
begin
  if current_workspace() is not null and exists (
    select from added a where
      (select true from person p where p.workspace_id = a.workspace_id and p.id = a.person_id for key share) is null
      or (select true from organisation g where g.workspace_id = a.workspace_id and g.id = a.organisation_id for key share) is null)
  then raise foreign_key_violation using message = 'Somebody who is not there is at an organisation, or at one that is not there.'; end if;
  return null;
end $$;

-- Where somebody is is taken away and written anew, never turned into another place.
create function person_is_elsewhere() returns trigger language plpgsql set search_path = public, pg_temp as $$
begin
  raise feature_not_supported using message = 'Where somebody is is written anew.';
end $$;

create function person_gone() returns trigger language plpgsql set search_path = public, pg_temp as $$
begin
  delete from person_organisation l using removed r where l.workspace_id = r.workspace_id and l.person_id = r.id;
  if exists (
    select from removed r where (select true from opportunity o where o.workspace_id = r.workspace_id and o.person_id = r.id limit 1))
  then raise foreign_key_violation using message = 'An opportunity is about somebody who would not be there any more.'; end if;
  return null;
end $$;

create function organisation_gone() returns trigger language plpgsql set search_path = public, pg_temp as $$
begin
  delete from person_organisation l using removed r where l.workspace_id = r.workspace_id and l.organisation_id = r.id;
  if exists (
    select from removed r where (select true from opportunity o where o.workspace_id = r.workspace_id and o.organisation_id = r.id limit 1))
  then raise foreign_key_violation using message = 'An opportunity is about an organisation that would not be there any more.'; end if;
  return null;
end $$;

do $$
begin
  if current_setting('server_version_num')::integer < 180000 then return; end if;
  alter table opportunity alter constraint opportunity_workspace_id_person_id_fkey not enforced;
  alter table opportunity alter constraint opportunity_workspace_id_organisation_id_fkey not enforced;
  alter table person_organisation alter constraint person_organisation_workspace_id_person_id_fkey not enforced;
  alter table person_organisation alter constraint person_organisation_workspace_id_organisation_id_fkey not enforced;
  create trigger opportunity_is_about after insert on opportunity referencing new table as added
    for each statement execute function opportunity_is_about();
  create trigger opportunity_is_about_another after update of person_id, organisation_id on opportunity for each row
    when ((new.person_id, new.organisation_id) is distinct from (old.person_id, old.organisation_id))
    execute function opportunity_is_about_another();
  create trigger person_is_at after insert on person_organisation referencing new table as added
    for each statement execute function person_is_at();
  create trigger person_is_elsewhere before update of workspace_id, person_id, organisation_id on person_organisation
    for each row execute function person_is_elsewhere();
  create trigger person_gone after delete on person referencing old table as removed for each statement execute function person_gone();
  create trigger organisation_gone after delete on organisation referencing old table as removed
    for each statement execute function organisation_gone();
end $$;
