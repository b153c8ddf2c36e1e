import type { Promise_ } from '#contract/person';
import type { PromiseRow } from '#db/promise';

export function toPromiseView(row: PromiseRow): Promise_ {
  return {
    id: row.id,
    version: row.version,
    personId: row.person_id,
    opportunityId: row.opportunity_id,
    by: row.promised_by,
    text: row.text,
    dueOn: row.due_on,
    state: row.state,
    moved: row.moved,
    settledOn: row.settled_on,
    member: { id: row.member_id, name: row.member_name },
  };
}
