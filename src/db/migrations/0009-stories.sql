-- Sales of a member, the newest first; those without a day last.
create index opportunity_story on opportunity (workspace_id, ended_assignee_id, (coalesce(ended_on, '-infinity'::date)) desc, id desc) where state = 'won';
