import { describe, expect, test } from 'vitest';
import { cloneDatabase, withClient } from '#tests/support/clone-database';
import { declaredTables } from '#tests/support/table-types';

type Column = { name: string; type: string; nullable: boolean; optional: boolean };

describe('the types of the rows are the columns of the database', async () => {
  const clone = await cloneDatabase();
  const columns = await withClient(clone.owner, async (client) => {
    const { rows } = await client.query<Column & { table: string }>(
      `select c.relname as table, a.attname as name, format_type(a.atttypid, null) as type,
         not a.attnotnull as nullable, a.atthasdef or not a.attnotnull as optional
       from pg_attribute a join pg_class c on c.oid = a.attrelid join pg_namespace n on n.oid = c.relnamespace
       where n.nspname = 'public' and c.relkind = 'r' and a.attnum > 0 and not a.attisdropped
         and c.relname not in ('migration', 'person_search', 'search_word', 'text_search', 'text_word')`,
    );
    return rows;
  });
  await clone.drop();

  const ofTable = (table: string) => columns.filter((column) => column.table === table);
  const declared = declaredTables();

  test('no table is forgotten', () => {
    expect([...declared.keys()].toSorted()).toEqual([...new Set(columns.map((column) => column.table))].toSorted());
  });

  test.each([...declared.keys()])('%s', (table) => {
    const types = declared.get(table) ?? new Map<string, string>();
    expect([...types.keys()].toSorted()).toEqual(
      ofTable(table)
        .map((column) => column.name)
        .toSorted(),
    );
    for (const column of ofTable(table)) {
      const type = types.get(column.name) ?? '';
      expect
        .soft({ column: column.name, nullable: admitsNull(type) })
        .toEqual({ column: column.name, nullable: column.nullable });
      expect
        .soft({ column: column.name, kind: kindOf(type) })
        .toEqual({ column: column.name, kind: kindInDatabase(column.type) });
    }
  });
});

function admitsNull(type: string): boolean {
  return /\| null\b/.test(type) || type.startsWith('ColumnType<unknown, string | null');
}

function kindOf(type: string): string {
  if (/^(Json|JsonWithDefault|ColumnType)</.test(type)) return 'json';
  if (/\bDay\b/.test(type)) return 'day';
  if (/\bDate\b/.test(type)) return 'instant';
  if (/\bBuffer\b/.test(type)) return 'bytes';
  if (/\bnumber\[\]/.test(type)) return 'numbers';
  if (/\bstring\[\]/.test(type)) return 'texts';
  if (/\bnumber\b/.test(type)) return 'number';
  if (/\bboolean\b/.test(type)) return 'boolean';
  if (/\w\[\]/.test(type)) return 'texts';
  return 'text';
}

function kindInDatabase(type: string): string {
  const kinds: Record<string, string> = {
    jsonb: 'json',
    date: 'day',
    'timestamp with time zone': 'instant',
    bytea: 'bytes',
    'smallint[]': 'numbers',
    'text[]': 'texts',
    integer: 'number',
    smallint: 'number',
    bigint: 'number',
    'double precision': 'number',
    boolean: 'boolean',
    text: 'text',
    uuid: 'text',
    'uuid[]': 'texts',
  };
  return kinds[type] ?? `unknown (${type})`;
}
