import pg from 'pg';
import { afterAll, beforeAll, expect } from 'vitest';
import type { Clone } from './clone-database.ts';
import type { House } from './house.ts';

/** Written beside the answer, or by whoever asks: no effect of a request. */
const leftOut: ReadonlySet<string> = new Set(['auth.rateLimit', 'public.migration']);

type Snapshots = { take(): Promise<string[]>; end(): Promise<void> };

async function openSnapshots(clone: Clone): Promise<Snapshots> {
  const client = new pg.Client({ ...clone.superuser, database: clone.name });
  await client.connect();
  const tables = await client.query<{ schema: string; name: string }>(
    `select schemaname as schema, tablename as name from pg_tables where schemaname in ('public', 'auth')`,
  );
  const reads = tables.rows
    .filter(({ schema, name }) => !leftOut.has(`${schema}.${name}`))
    .map(({ schema, name }) => {
      const table = `${client.escapeIdentifier(schema)}.${client.escapeIdentifier(name)}`;
      return `select '${name} ' || (to_jsonb(t) - 'last_used_at')::text as row from ${table} t`;
    });
  // Named: to plan a read of every table takes longer than the read.
  const query = { name: 'snapshot', text: `${reads.join(' union all ')} order by 1` };
  return {
    take: async () => (await client.query<{ row: string }>(query)).rows.map(({ row }) => row),
    end: () => client.end(),
  };
}

/**
 * Every row of every table, of all workspaces, as text in a fixed order: two of these are equal when nothing was changed. Read past all
 * walls. Without `last_used_at` of a token, which says that somebody asked, not what.
 */
export async function snapshotOf(clone: Clone): Promise<string[]> {
  const snapshots = await openSnapshots(clone);
  try {
    return await snapshots.take();
  } finally {
    await snapshots.end();
  }
}

/**
 * For tests that must all leave the database as it is: `const isUnchanged = useUnchanged(house);` after the beforeAll that fills it,
 * `await isUnchanged()` in each.
 */
export function useUnchanged(house: () => House): (place?: string) => Promise<void> {
  let snapshots: Snapshots | undefined;
  let before: string[] = [];
  beforeAll(async () => {
    snapshots = await openSnapshots(house().clone);
    before = await snapshots.take();
  });
  afterAll(() => snapshots?.end());
  return async (place) => {
    const now = (await snapshots?.take()) ?? [];
    const was = before;
    // Who comes after is not to blame.
    before = now;
    expect(now, place).toEqual(was);
  };
}
