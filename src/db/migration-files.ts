import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';

export type Migration = { number: number; name: string; sql: string; checksum: string };

/** Beside this file in the sources and in dist, where the build copies them. */
const folder = new URL('./migrations/', import.meta.url);

/** src/db/migrations/0001-house.sql and on, in order. Numbers run on without a gap: two branches that both took one are found here. */
export async function migrationFiles(from: URL = folder): Promise<Migration[]> {
  const names = (await readdir(from)).filter((name) => name.endsWith('.sql')).toSorted();
  return Promise.all(
    names.map(async (file, place) => {
      const [, digits = '', name = ''] = /^(\d{4})-([a-z0-9-]+)\.sql$/.exec(file) ?? [];
      if (Number(digits) !== place + 1) throw new Error(`Migration ${file} should have number ${place + 1}.`);
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
