import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';

export type Migration = { number: number; name: string; sql: string; checksum: string };

/** Beside this file in the sources and in dist, where the build copies them. */
const folder = new URL('./migrations/', import.meta.url);

/**
 * src/db/migrations/0001-house.sql and on, in order; `number` is the place in it. A number that was skipped may stay free, one that two
 * branches both took is found here.
 */
export async function migrationFiles(from: URL = folder): Promise<Migration[]> {
  const names = (await readdir(from)).filter((name) => name.endsWith('.sql')).toSorted();
  const twice = names.find((file, place) => names[place - 1]?.slice(0, 4) === file.slice(0, 4));
  if (twice !== undefined) throw new Error(`Migration ${twice} should have another number: that one is taken.`);
  return Promise.all(
    names.map(async (file, place) => {
      const [, name] = /^\d{4}-([a-z0-9-]+)\.sql$/.exec(file) ?? [];
      if (name === undefined) throw new Error(`Migration ${file} should be called 0001-name.sql.`);
      // Line ends may differ by how git checked the file out.
      const sql = (await readFile(new URL(file, from), 'utf8')).replaceAll('\r\n', '\n');
      return { number: place + 1, name, sql, checksum: createHash('sha256').update(sql).digest('hex') };
    }),
  );
}

/** The schema version that this program expects. */
export async function newestMigration(): Promise<number> {
  return (await readdir(folder)).filter((name) => name.endsWith('.sql')).length;
}
