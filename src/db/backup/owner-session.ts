import pg from 'pg';
import { StartRefused } from '../start-refused.ts';
import type { Databases } from '../connect.ts';

/**
 * A connection of the owner of the tables, on its own: COPY may not be pipelined, and takes as long as it takes. The owner is held by
 * row security as everybody is; see read-tables.ts and fill-tables.ts.
 */
export async function withOwner<T>(
  { owner }: Pick<Databases, 'owner'>,
  work: (client: pg.Client) => Promise<T>,
): Promise<T> {
  if (owner === null) {
    throw new StartRefused(
      'setting_invalid',
      'DATABASE_OWNER_URL is missing: only the owner of the tables reaches all of them.',
      'Set it to the same database with the role aanhouder_owner, for this command.',
    );
  }
  const client = new pg.Client({ ...owner, application_name: 'aanhouder backup' });
  client.on('error', () => {});
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}
