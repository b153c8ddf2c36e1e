import { sql } from 'kysely';
import { expect, test } from 'vitest';
import { toDay } from '#core/day/day';
import { warmths } from '#core/opportunity/vocabulary';
import { type GainTable, gainAt } from '#core/persistence/gain-table';
import { bestDue, countDue } from '#db/due';
import { inWorkspace, type Tx } from '#db/transaction';
import type { Workspace } from '#tests/support/house';
import { useHouse } from '#tests/support/use-house';

const house = useHouse();
const today = toDay('2026-11-24');

/** No two rows alike, and three classes without any gain. */
const gain = Array.from({ length: 13 }, (_, held) => ({
  unknown: held > 9 ? 0 : 0.001 * (13 - held),
  silent: 0.0007 + 0.0001 * held,
  spoke: 0.004 - 0.0002 * held,
  interested: 0.02 / (held + 1),
}));
const table: GainTable = { gain, buyLater: gain, minutesToEnd: gain, m: gain };

/** 3,000 of all classes, two in three due, with worths that many share. */
async function fill(tx: Tx, { id, memberId }: Workspace): Promise<void> {
  await sql`
    insert into opportunity (workspace_id, id, assignee_id, credited_id, title, rank_value, state, held, warmth, next_on, next_channel, next_intent, next_purpose, created_on)
    select ${id}::uuid, gen_random_uuid(), ${memberId}::uuid, ${memberId}::uuid, 'Kans ' || n, 1000 * (1 + n * 7919 % 97), 'open', n * 31 % 14,
      (${[...warmths]}::text[])[1 + n * 17 % ${warmths.length}], ${today}::date + (n * 13 % 6) - 3, 'call', 'ask', 'promo', ${today}::date
    from generate_series(1, 3000) as n`.execute(tx.db);
}

/** The worth of all that is due, the best first: as it would be without an index. */
async function byHand(tx: Tx, memberId: string, limit: number): Promise<number[]> {
  const rows = await tx.db
    .selectFrom('opportunity')
    .select(['rank_value', 'held', 'warmth'])
    .where('assignee_id', '=', memberId)
    .where('state', '=', 'open')
    .where('next_on', '<=', today)
    .execute();
  const worth = rows.map((row) => row.rank_value * gainAt(table, Math.min(row.held, 12), row.warmth));
  return worth.toSorted((a, b) => b - a).slice(0, limit);
}

test.each([5, 32, 500])('the best %i of many due are the best, while they come and go', async (limit) => {
  const workspace = await house().aWorkspace();
  const { id, memberId } = workspace;
  const databases = house().databases;
  await inWorkspace(databases, id, (tx) => fill(tx, workspace));
  const best = () =>
    inWorkspace(
      databases,
      id,
      async (tx) => {
        const { due } = await countDue(tx, memberId, today);
        const ranked = await bestDue(tx, memberId, today, table, () => Promise.resolve(due), limit);
        const worth = await byHand(tx, memberId, limit);
        expect(ranked.map((one) => one.perMinute)).toEqual(worth.map((one) => expect.closeTo(one, 9)));
        expect(new Set(ranked.map((one) => one.id)).size).toBe(limit);
        return { more: due.more, ids: ranked.map((one) => one.id) };
      },
      { readOnly: true },
    );
  const change = (ids: readonly string[], to: object) =>
    inWorkspace(databases, id, (tx) =>
      tx.db
        .updateTable('opportunity')
        .set(to)
        .where('id', 'in', [...ids])
        .execute(),
    );

  const first = await best();
  expect(first.more).toBe(true);
  // A few are done, then more than what is kept beside them, then all at once.
  let now = first;
  for (const done of [1, 2, Math.ceil(limit / 2), limit]) {
    await change(now.ids.slice(0, done), { next_on: '2027-01-05' });
    now = await best();
    expect(now.more).toBe(true);
  }
  // They come back, and some are suddenly worth far more.
  await change(first.ids, { next_on: today });
  now = await best();
  await change(now.ids.slice(-3), { rank_value: 5_000_000 });
  await best();
  await best();
  // Few are left: what is remembered of the many is of no use, and does no harm.
  await inWorkspace(databases, id, (tx) =>
    sql`
      update opportunity set next_on = '2027-01-05' where id in (
        select id from opportunity where next_on <= ${today}::date order by id offset 500)`.execute(tx.db),
  );
  now = await best();
  expect(now.more).toBe(false);
  await best();
});
