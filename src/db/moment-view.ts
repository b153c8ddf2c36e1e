import { isConversation } from '#core/opportunity/vocabulary';
import type { Moment } from '#contract/opportunity';
import type { MomentRow } from './moment.ts';
import { prepared } from './prepared.ts';
import type { Tx } from './transaction.ts';

export function toMomentView(row: MomentRow & { member_name: string }): Moment {
  return {
    id: row.id,
    number: row.number,
    opportunityId: row.opportunity_id,
    personId: row.person_id,
    member: { id: row.member_id, name: row.member_name },
    channel: row.channel,
    outcome: row.outcome,
    conversation: isConversation(row.outcome),
    minutes: row.minutes,
    note: row.note,
    intent: row.intent,
    happenedOn: row.happened_on,
    until: row.until_on,
    permission: notedOf(row),
    version: row.version,
    createdAt: row.created_at.toISOString(),
  };
}

function notedOf({ purpose, verdict, rule_id, ruleset_version }: MomentRow): Moment['permission'] {
  if (purpose === null || verdict === null || rule_id === null || ruleset_version === null) return null;
  return { purpose, verdict, ruleId: rule_id, rulesetVersion: ruleset_version };
}

export function selectMoments(tx: Tx) {
  return tx.db
    .selectFrom('moment as m')
    .innerJoin('member as a', (join) =>
      join.onRef('a.workspace_id', '=', 'm.workspace_id').onRef('a.id', '=', 'm.member_id'),
    )
    .selectAll('m')
    .select('a.name as member_name')
    .where('m.workspace_id', '=', tx.workspaceId);
}

export async function momentView(tx: Tx, id: string): Promise<Moment | undefined> {
  const [row] = await view(tx, { id }, tx.kept);
  return row && toMomentView(row);
}

const view = prepared((tx, { id }: { id: string }) => selectMoments(tx).where('m.id', '=', id));
