-- Pace (product.md, definition 11): who set it, so that a choice by hand stands and nobody is moved to and fro.
alter table opportunity
  -- hand: chosen by a member, and left alone; room: moved as the hours had room or not. Null: as it was made.
  add column pace_by text check (pace_by in ('hand', 'room')),
  add column pace_on date,
  add constraint pace_has_day check ((pace_by is null) = (pace_on is null));
-- The best of the slow and the last of the active by index, in short probes as Today has them; and how many there are of each.
create index opportunity_pace on opportunity (workspace_id, assignee_id, pace, bucket, warmth, rank_value desc) include (id) where state = 'open';

-- The member's own day of the last nightly run.
alter table member add column paced_on date;

-- Time spent is read by day without a look at the rows: a quarter of one member, however long the history.
drop index moment_member_day;
create index moment_member_day on moment (workspace_id, member_id, happened_on) include (minutes, outcome, number, opportunity_id) where void_at is null;
-- What that time brought, and what was picked up again: few among all that happened.
create index event_sale on event (workspace_id, assignee_id, happened_on) where kind = 'won' and void_at is null;
create index event_revived on event (workspace_id, opportunity_id, happened_on) where kind = 'revived' and void_at is null;

-- The day of an instant in a zone that the app knows; PostgreSQL may not know its newest names.
create function day_in(at timestamptz, zone text) returns date language plpgsql stable set search_path = public, pg_temp as $$
begin
  return (at at time zone zone)::date;
exception when invalid_parameter_value then
  return (at at time zone 'UTC')::date;
end $$;

-- Whose night it is, over all workspaces: ids and nothing else, for the job that then works in one workspace at a time. The tables keep
-- their row security, forced on their owner too: these two policies hold for the owner alone, and only inside this function.
create policy whose_night on member for select to current_user using (current_setting('app.asks', true) = 'whose_night');
create policy whose_night on workspace for select to current_user using (current_setting('app.asks', true) = 'whose_night');
create function members_to_pace(at timestamptz, most integer) returns table (workspace_id uuid, member_id uuid)
  language plpgsql security definer set search_path = public, pg_temp as $$
begin
  -- Not `set` on the function: only a superuser may write a setting of our own there.
  perform set_config('app.asks', 'whose_night', true);
  return query
    select m.workspace_id, m.id from member m join workspace w on w.id = m.workspace_id
    where m.user_id is not null and m.role <> 'viewer'
      -- Cheap first: nowhere is the day further than 14 hours ahead.
      and (m.paced_on is null
        or (m.paced_on < (at at time zone 'UTC' + interval '14 hours')::date and m.paced_on < day_in(at, coalesce(m.time_zone, w.time_zone))))
    order by m.paced_on nulls first, m.workspace_id, m.id limit most;
  perform set_config('app.asks', '', true);
end $$;
revoke all on function day_in(timestamptz, text), members_to_pace(timestamptz, integer) from public;
grant execute on function members_to_pace(timestamptz, integer) to aanhouder_app;
