import type pg from 'pg';
import { referenceOrder } from './reference-order.ts';

/** A table with the columns that are stored (not those the database computes), and how it is read past row security. */
export type StoredTable = {
  /** `public.person`. */
  name: string;
  columns: readonly string[];
  /** The column that says whose a row is, where row security is forced on the owner too. Null: the owner reads all of it. */
  workspaceColumn: string | null;
};

/** Written by the migrations themselves. */
const apart = 'public.migration';
/** Who is signed in now, and who tried: a restored backup signs nobody in, and does not open a session again that was ended since. */
const passing: ReadonlySet<string> = new Set(['auth.session', 'auth.verification', 'auth.rateLimit', 'auth.attempt']);

/** Follows from the rest by trigger as it is filled (0017-board.sql): in a backup it would be there twice. */
const following: ReadonlySet<string> = new Set(['public.custom_value', 'public.text_search', 'public.text_word']);

export type Catalog = {
  /** In an order in which they can be filled. */
  kept: readonly StoredTable[];
  /** Emptied by a restore, and not in a backup. */
  passing: readonly string[];
  /** How many migrations were applied. */
  schema: number;
};

/** Read from the catalog, so that a table of a new migration is in the next backup without anybody thinking of it. */
export async function readCatalog(client: pg.ClientBase): Promise<Catalog> {
  const tables = await client.query<{ name: string; columns: string[]; forced: boolean }>(`
    select n.nspname || '.' || c.relname as name, c.relforcerowsecurity as forced,
      array(select a.attname::text from pg_attribute a
        where a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped and a.attgenerated = '' order by a.attnum) as columns
    from pg_class c join pg_namespace n on n.oid = c.relnamespace
    where n.nspname in ('public', 'auth') and c.relkind = 'r'`);
  const references = await client.query<{ from: string; to: string }>(`
    select n.nspname || '.' || c.relname as "from", m.nspname || '.' || d.relname as "to"
    from pg_constraint f
    join pg_class c on c.oid = f.conrelid join pg_namespace n on n.oid = c.relnamespace
    join pg_class d on d.oid = f.confrelid join pg_namespace m on m.oid = d.relnamespace
    where f.contype = 'f'`);
  const schema = await client.query<{ count: number }>('select count(*)::int as count from migration');
  const byName = new Map(tables.rows.map((table) => [table.name, table]));
  const names = [...byName.keys()].filter((name) => name !== apart);
  const apartFrom = (name: string) => passing.has(name) || following.has(name);
  const kept = names.filter((name) => !apartFrom(name));
  return {
    kept: referenceOrder(kept, references.rows).flatMap((name) => {
      const table = byName.get(name);
      return table ? [stored(table)] : [];
    }),
    passing: names.filter(apartFrom),
    schema: schema.rows[0]?.count ?? 0,
  };
}

function stored({ name, columns, forced }: { name: string; columns: string[]; forced: boolean }): StoredTable {
  return { name, columns, workspaceColumn: forced ? (columns.includes('workspace_id') ? 'workspace_id' : 'id') : null };
}

/** `public.person` as SQL writes it. */
export function quoted(client: pg.ClientBase, name: string): string {
  return name
    .split('.')
    .map((part) => client.escapeIdentifier(part))
    .join('.');
}
