import type { CompiledQuery } from 'kysely';
import type pg from 'pg';
import { isStale, keptStatement } from '../kept-statement.ts';

/** The first row of what is asked on each request, by key: the connection keeps the statement, parsed and planned. */
export async function keptRow<R>(pool: pg.Pool, { sql: text, parameters }: CompiledQuery<R>): Promise<R | undefined> {
  const values = [...parameters];
  const { name, rowsOf } = keptStatement(text);
  try {
    const { fields, rows } = await pool.query<unknown[]>({ name, text, values, rowMode: 'array' });
    return rowsOf<R>(fields, rows)[0];
  } catch (error) {
    if (!isStale(error)) throw error;
    const { rows } = await pool.query<never>({ text, values });
    return rows[0];
  }
}
