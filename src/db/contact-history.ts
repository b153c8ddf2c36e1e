import { sql } from 'kysely';
import type { Day } from '#core/day/day';
import { prepared } from './prepared.ts';
import type { Tx } from './transaction.ts';

/** What passed between us and a person, over all that is open with them. */
export type ContactHistory = {
  spokeOn: Day | null;
  waitingSince: Date | null;
  quoteOn: Day | null;
  agreedOn: Day | null;
  createdOn: Day | null;
  openingLastOn: Day | null;
  /** What an open next moment is planned for, the best of them. */
  planned: 'requested' | 'dialogue' | 'promo' | null;
};

export async function contactHistory(tx: Tx, personId: string): Promise<ContactHistory> {
  const history = (await contactHistories(tx, [personId])).get(personId);
  if (!history) throw new Error('an aggregate always answers');
  return history;
}

export async function contactHistories(tx: Tx, personIds: readonly string[]): Promise<Map<string, ContactHistory>> {
  const rows = await histories(tx, { personIds: [...personIds] });
  return new Map(rows.map(({ personId, ...history }) => [personId, history]));
}

const histories = prepared(
  (tx, { personIds }: { personIds: string[] }) => sql<ContactHistory & { personId: string }>`
    select wanted.id as "personId", history.* from unnest(${personIds}::uuid[]) as wanted (id)
    cross join lateral (
      select max(waiting_since) as "waitingSince", max(quote_on) filter (where quote_state = 'out') as "quoteOn",
        max(next_on) filter (where last_outcome in ('appointment', 'not_now')) as "agreedOn", max(created_on) as "createdOn",
        max(opening_last_on) as "openingLastOn",
        case when bool_or(next_purpose = 'requested') then 'requested' when bool_or(next_purpose = 'dialogue') then 'dialogue'
          when count(*) > 0 then 'promo' end as planned,
        (select max(happened_on) from moment where workspace_id = ${tx.workspaceId} and person_id = wanted.id and void_at is null
          and outcome not in ('no_answer', 'message_left')) as "spokeOn"
      from opportunity where workspace_id = ${tx.workspaceId} and person_id = wanted.id and state = 'open'
    ) as history`,
);
