import { sql } from 'kysely';
import pg from 'pg';
import type { Context } from '#usecases/context';
import { inside } from '../counter-check.ts';
import type { Command } from './command.ts';

const ways = [
  `next_on = null`,
  `next_channel = null`,
  `next_on = null, next_channel = null, next_intent = null, next_purpose = null, next_at = null, next_step = null, next_act = null`,
  `state = 'stopped', stop_kind = 'own_stop', stop_reason = 'other', ended_on = current_date, ended_assignee_id = assignee_id`,
  `state = 'won', ended_on = current_date, ended_assignee_id = assignee_id`,
] as const;
const waysOfAnEnded = [
  `next_on = current_date`,
  `next_on = current_date, next_channel = 'call', next_intent = 'give', next_purpose = 'promo'`,
  `next_act = 'bellen'`,
  `state = 'open', stop_kind = null, stop_reason = null, ended_on = null, ended_assignee_id = null`,
] as const;

/** As the app's role, past every use case: an open one without a next moment, or the reverse. The database refuses each of them. */
export async function breakByHand({ context }: { context: Context }, id: string, { a }: Command): Promise<void> {
  const state = await stateOf(context, id);
  if (state === undefined) return;
  const list = state === 'open' ? ways : waysOfAnEnded;
  const change = list[a % list.length] ?? list[0];
  try {
    await inside(context, (tx) =>
      sql`update opportunity set ${sql.raw(change)} where workspace_id = ${tx.workspaceId} and id = ${id}`.execute(
        tx.db,
      ),
    );
  } catch (error) {
    if (error instanceof pg.DatabaseError && error.code === '23514' && error.constraint === 'open_has_next') return;
    throw error;
  }
  throw new Error(`The database took "${change}" of an opportunity that is ${state}.`);
}

async function stateOf(context: Context, id: string): Promise<string | undefined> {
  const row = await inside(context, (tx) =>
    tx.db
      .selectFrom('opportunity')
      .select('state')
      .where('workspace_id', '=', tx.workspaceId)
      .where('id', '=', id)
      .executeTakeFirst(),
  );
  return row?.state;
}
