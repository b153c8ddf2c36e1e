import pg from 'pg';
import type { Clone } from '../clone-database.ts';

export type KeptState = {
  /** Every table as it was, whatever was written since. */
  putBack(): Promise<void>;
  end(): Promise<void>;
};

/** Keeps what stands in every table of a database now, for tests that would else make it anew by a hundred requests each. */
export async function keepState(clone: Clone): Promise<KeptState> {
  const client = new pg.Client({ ...clone.superuser, database: clone.name });
  await client.connect();
  const { rows } = await client.query<{ name: string; kept: string; columns: string }>(
    `select format('%I.%I', n.nspname, c.relname) as name, format('kept.%I', n.nspname || '_' || c.relname) as kept,
       string_agg(quote_ident(a.attname), ', ' order by a.attnum) as columns
     from pg_class c join pg_namespace n on n.oid = c.relnamespace
       join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped and a.attgenerated = ''
     where n.nspname in ('public', 'auth') and c.relkind = 'r' group by n.nspname, c.relname order by 1`,
  );
  await client.query('create schema kept');
  await client.query(rows.map(({ name, kept }) => `create unlogged table ${kept} as table ${name}`).join(';'));
  const back = rows.map(
    ({ name, kept, columns }) => `delete from ${name};
      insert into ${name} (${columns}) overriding system value select ${columns} from ${kept};`,
  );
  // As a replica takes rows over: no trigger counts them, no key is checked.
  await client.query(`set session_replication_role = replica`);
  await client.query(
    `create function kept.put_back() returns void language plpgsql as $$
    #variable_conflict use_column
    begin ${back.join('\n')} end $$`,
  );
  return {
    putBack: async () => void (await client.query('select kept.put_back()')),
    end: () => client.end(),
  };
}
