import { sql, type RawBuilder } from 'kysely';
import type { GainTable } from '#core/persistence/gain-table';
import { warmths } from '#core/opportunity/vocabulary';
import { prepared } from './prepared.ts';
import type { Tx } from './transaction.ts';

/**
 * Up to here all that is due is counted exactly, and sorted; 1,000 took 0.6 to 1.1 ms to count and 0.7 to sort, where the probes of many due
 * take 0.8 to 1.3. Nobody does 500 in a day.
 */
export const fewDue = 500;

export type BoundedCount = { count: number; more: boolean };

const bounded = (count: number): BoundedCount => ({ count: Math.min(count, fewDue), more: count > fewDue });

/** First contacts that are offered to the plan beside the best: more than a tenth of the longest day holds. */
const mostFirsts = 16;

/**
 * Open opportunities of a member due on or before a day, and how many of them from before that day, both counted up to 500: growth does
 * not slow Today. The index gives the oldest first, so that those from before are all among those that are counted. From the same rows the
 * first contacts that are worth most: ranked by euro they may all stand too low to be seen.
 */
export async function countDue(
  tx: Tx,
  memberId: string,
  until: string,
): Promise<{ due: BoundedCount; before: BoundedCount; firsts: string[] }> {
  const [row] = await dueCounted(tx, { memberId, until });
  return { due: bounded(row?.due ?? 0), before: bounded(row?.before ?? 0), firsts: row?.firsts ?? [] };
}

const dueCounted = prepared(
  (tx, { memberId, until }: { memberId: string; until: string }) => sql<{
    due: number;
    before: number;
    firsts: string[] | null;
  }>`
    with due as materialized (
      select next_on, bucket, rank_value, id from opportunity
      where workspace_id = ${tx.workspaceId} and assignee_id = ${memberId} and state = 'open' and next_on <= ${until}::date
      order by next_on limit ${sql.lit(fewDue + 1)}
    )
    select count(*)::int as due, count(*) filter (where next_on < ${until}::date)::int as before,
      (select array_agg(id) from (select id from due where bucket = 0 order by rank_value desc, id limit ${sql.lit(mostFirsts)}) as f) as firsts
    from due`,
);

function gainRows(table: GainTable): { bucket: number[]; warmth: string[]; gain: number[] } {
  const rows = table.gain.flatMap((row, bucket) => warmths.map((warmth) => ({ bucket, warmth, gain: row[warmth] })));
  return { bucket: rows.map((r) => r.bucket), warmth: rows.map((r) => r.warmth), gain: rows.map((r) => r.gain) };
}

/** `held` up to 12. */
export type Ranked = { id: string; held: number; perMinute: number };

/**
 * The best of what is due, by rank_value × gain[held, warmth]. Two ways (architecture.md): few due → the index on next_on and a sort;
 * many → one short probe per row of gain on the covering index, best first, so that a third of a million due costs no more than a few.
 * Who had many when this was last asked is not counted first: the probes answer exactly, or say that too little is left above the last of them.
 * @param count how many are due (countDue), asked for only where it decides the way
 */
export async function bestDue(
  tx: Tx,
  memberId: string,
  until: string,
  table: GainTable,
  count: () => Promise<BoundedCount>,
  limit: number,
): Promise<Ranked[]> {
  const key = `${tx.workspaceId} ${memberId} ${limit}`;
  const probe = probesOf(tx, memberId, until, table, limit);
  const known = lastWorth.get(key);
  let rows = known === undefined ? [] : await probe.above(known);
  if (rows.length < limit) {
    lastWorth.delete(key);
    if (!(await count()).more) return sortDue(tx, memberId, until, table, limit);
    rows = await probe.anew();
  }
  const last = rows[probe.wanted - 1];
  if (last) {
    if (lastWorth.size >= mostLastWorth) lastWorth.clear();
    lastWorth.set(key, last.perMinute);
  }
  return rows.slice(0, limit);
}

type Sorting = { memberId: string; until: string; gain: number[]; limit: number };

const sorted = prepared((tx, { memberId, until, gain, limit }: Sorting) => {
  // By its place in one array: a join of thousands of rows with the table took three times as long.
  const place = sql`o.bucket * ${sql.lit(warmths.length)} + array_position(${[...warmths]}::text[], o.warmth)`;
  return sql<Ranked>`
    with o as materialized (
      select id, bucket, warmth, rank_value from opportunity
      where workspace_id = ${tx.workspaceId} and assignee_id = ${memberId} and state = 'open' and next_on <= ${until}::date
      -- By the index of days: without a limit a kept plan takes these for a third of all, and reads an index of all that is open.
      order by next_on limit ${sql.lit(fewDue + 1)}
    )
    select o.id, o.bucket as held, o.rank_value * (${gain}::float8[])[${place}] as "perMinute" from o
    order by 3 desc, o.id limit ${limit}`;
});

function sortDue(tx: Tx, memberId: string, until: string, table: GainTable, limit: number): Promise<Ranked[]> {
  return sorted(tx, { memberId, until, gain: gainRows(table).gain, limit });
}

/**
 * One short probe per class, best first, no further than what the last of the best was worth when this was last asked; all that is worth more is
 * read, so the answer is exact whatever came or went since. Where too few are left above that, a probe of a few per class says anew what the
 * last must be worth at least. At 1,000,000 open and 1% due 0.8 ms, and some 1.2 more the first time; one probe of `limit` a class took 15.
 */
function probesOf(tx: Tx, memberId: string, until: string, table: GainTable, limit: number) {
  // So many more than asked for, as what is done today leaves the list.
  const wanted = limit + Math.ceil(limit / 2);
  const asked = { memberId, until, ...gainRows(table) };
  const above = (least: number): Promise<Ranked[]> => worthAbove(tx, { ...asked, least, wanted });
  const leastOfFew = async (): Promise<number> => {
    const [last] = await bestOfEach(tx, { ...asked, each: Math.ceil(limit / 16), before: wanted - 1 });
    return last?.worth ?? 0;
  };

  return { wanted, above, anew: async () => above(await leastOfFew()) };
}

type Probing = { memberId: string; until: string; bucket: number[]; warmth: string[]; gain: number[] };

const classesOf = ({ bucket, warmth, gain }: Probing) =>
  sql`unnest(${bucket}::smallint[], ${warmth}::text[], ${gain}::float8[]) as g (bucket, warmth, gain)`;

// Nothing is added to the day: with the day as it is the planner takes the index of days, and sorts all that is due inside the lateral.
const dueOf = (tx: Tx, { memberId, until }: Probing) => sql`
  select o.id, o.rank_value from opportunity o
  where o.workspace_id = ${tx.workspaceId} and o.assignee_id = ${memberId} and o.state = 'open' and o.bucket = g.bucket and o.warmth = g.warmth
    and o.next_on + 0 <= ${until}::date`;

// A hair lower, as dividing rounds; a class without gain is read only when the others hold too few.
const worthAbove = prepared(
  (tx, { least, wanted, ...probing }: Probing & { least: number; wanted: number }) => sql<Ranked>`
    select x.id, g.bucket as held, x.rank_value * g.gain as "perMinute"
    from (
      select *, case when gain > 0 then ${least}::float8 / gain * 0.999999 when ${least}::float8 > 0 then 'infinity' else 0 end as least
      from ${classesOf(probing)}
    ) as g cross join lateral (${dueOf(tx, probing)} and o.rank_value >= g.least order by o.rank_value desc limit ${wanted}) as x
    order by 3 desc, x.id limit ${wanted}`,
);

const bestOfEach = prepared(
  (tx, { each, before, ...probing }: Probing & { each: number; before: number }) => sql<{ worth: number }>`
    select x.rank_value * g.gain as worth
    from ${classesOf(probing)} cross join lateral (${dueOf(tx, probing)} order by o.rank_value desc limit ${each}) as x
    order by 1 desc offset ${before} limit 1`,
);

/** By member and how many were asked for. Of those with many due only. */
const lastWorth = new Map<string, number>();
const mostLastWorth = 10_000;

export type Commitment = {
  id: string;
  group: 'waiting' | 'appointment' | 'pinned';
  /** What they answered to the invitation as it stands, of an appointment. */
  answer: 'accepted' | 'declined' | 'tentative' | null;
};

const committed = prepared((tx, { memberId, today, limit }: { memberId: string; today: string; limit: number }) => {
  const mine = sql`workspace_id = ${tx.workspaceId} and assignee_id = ${memberId} and state = 'open'`;
  return sql<Commitment>`
    (select id, 'waiting' as "group", waiting_since as at, null as answer from opportunity where ${mine} and waiting_since is not null order by waiting_since limit ${limit})
    union all
    (select o.id, 'appointment', o.next_at, (
        select a.answer from appointment a
        where a.workspace_id = ${tx.workspaceId} and a.opportunity_id = o.id and a.state = 'planned' and a.invited_sequence = a.sequence)
      from (select id, next_at from opportunity where ${mine} and next_at is not null and next_on <= ${today}::date order by next_at limit ${limit}) as o
      order by o.next_at)
    union all
    (select id, 'pinned', null, null from opportunity where ${mine} and pin is not null and pin = 'yes' and pin_on = ${today}::date and next_on <= ${today}::date limit ${limit})`;
});

/** "They are waiting for you", appointments and "today yes": first whatever their index. */
export function commitments(tx: Tx, memberId: string, today: string, limit: number): Promise<Commitment[]> {
  return committed(tx, { memberId, today, limit });
}

type Open = { id: string; personId: string; title: string; nextOn: string };

/** The member's open opportunities of these persons (promises due speak of them), the nearest next moment first. */
export async function openOfPersons(tx: Tx, memberId: string, personIds: readonly string[]): Promise<Open[]> {
  if (personIds.length === 0) return [];
  return openOfThese(tx, { memberId, personIds: [...new Set(personIds)] });
}

/** The member's open opportunities of the persons that these are about, these among them. */
export async function openOfTheSame(tx: Tx, memberId: string, ids: readonly string[]): Promise<Open[]> {
  if (ids.length === 0) return [];
  return openOfPersonsOf(tx, { memberId, ids: [...ids] });
}

const openOfThese = prepared((tx, { memberId, personIds }: { memberId: string; personIds: string[] }) =>
  openOf(tx, memberId, sql`unnest(${personIds}::uuid[])`),
);

const openOfPersonsOf = prepared((tx, { memberId, ids }: { memberId: string; ids: string[] }) =>
  openOf(
    tx,
    memberId,
    sql`(
      select distinct s.person_id from unnest(${ids}::uuid[]) as given (id)
      join opportunity s on s.workspace_id = ${tx.workspaceId} and s.id = given.id
    )`,
  ),
);

function openOf(tx: Tx, memberId: string, personIds: RawBuilder<unknown>): RawBuilder<Open> {
  return sql<Open>`
    select o.id, o.person_id as "personId", o.title, o.next_on as "nextOn" from ${personIds} as wanted (id)
    cross join lateral (
      -- Kept apart by offset: else the planner walks all that the member has, in the order of next_on.
      select * from opportunity o
      where o.workspace_id = ${tx.workspaceId} and o.person_id = wanted.id and o.assignee_id = ${memberId} and o.state = 'open' offset 0
    ) as o
    order by o.next_on, o.id limit 500`;
}

export type AroundToday = {
  /** What the member did on the day. */
  done: { moments: number; conversations: number; appointments: number; sales: number; minutes: number };
  /** Planned for the next day. */
  tomorrow: BoundedCount;
  /** How many of the member's let-go may be picked up again; from the counter. */
  revivable: number;
};

const figuresAround = prepared(
  (tx, { memberId, today, tomorrow }: { memberId: string; today: string; tomorrow: string }) => sql<
    AroundToday['done'] & { tomorrow: number; revivable: number }
  >`
    select count(*)::int as moments, count(*) filter (where outcome not in ('no_answer', 'message_left'))::int as conversations,
      count(*) filter (where outcome = 'appointment')::int as appointments, count(*) filter (where outcome = 'bought')::int as sales,
      coalesce(sum(minutes), 0)::int as minutes,
      (select count(*)::int from (
        select from opportunity
        where workspace_id = ${tx.workspaceId} and assignee_id = ${memberId} and state = 'open' and next_on = ${tomorrow}::date limit ${sql.lit(fewDue + 1)}
      ) as planned) as tomorrow,
      (select coalesce(sum(count), 0)::float8 from counter_missed where workspace_id = ${tx.workspaceId} and assignee_id = ${memberId}) as revivable
    from moment where workspace_id = ${tx.workspaceId} and member_id = ${memberId} and happened_on = ${today}::date and void_at is null`,
);

/** The small figures around Today, in one question: each of their own costs more in asking than in counting. */
export async function aroundToday(tx: Tx, memberId: string, today: string, tomorrow: string): Promise<AroundToday> {
  const [row] = await figuresAround(tx, { memberId, today, tomorrow });
  if (!row) throw new Error('a count always answers');
  const { tomorrow: planned, revivable, ...done } = row;
  return { done, tomorrow: bounded(planned), revivable };
}

export async function hasOpportunities(tx: Tx): Promise<boolean> {
  const { rows } = await sql<{
    present: boolean;
  }>`select exists (select from opportunity where workspace_id = ${tx.workspaceId}) as present`.execute(tx.db);
  return rows[0]?.present ?? false;
}
