-- The Outlook adds up all that is open from this index alone: at a million open 0.3 s instead of 2 s and more, without another index to
-- write at every log.
drop index opportunity_pace;
create index opportunity_pace on opportunity (workspace_id, assignee_id, pace, bucket, warmth, rank_value desc) include (id, next_on, value, monthly)
  where state = 'open';
-- Paid by the month: few, and read by themselves.
create index opportunity_recurring on opportunity (workspace_id, id) where state = 'open' and monthly is not null;
