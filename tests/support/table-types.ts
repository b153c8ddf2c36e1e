import { readFileSync } from 'node:fs';

/**
 * The interfaces of src/db/tables.ts and the files it takes tables from, as table → column → declared type, read from their text: types are
 * gone when the tests run.
 */
export function declaredTables(): Map<string, Map<string, string>> {
  const text = [
    'tables',
    'counter-tables',
    'import-tables',
    'list-tables',
    'outlook-tables',
    'permission-tables',
    'person-tables',
    'relationship-tables',
    'privacy-tables',
    'push-tables',
    'public-tables',
    'outbox-tables',
    'change-tables',
    'calendar-tables',
    'mailbox-tables',
    'team-tables',
  ]
    .map((name) => readFileSync(new URL(`../../src/db/${name}.ts`, import.meta.url), 'utf8'))
    .join('\n');
  const interfaces = new Map<string, Map<string, string>>();
  for (const [, name = '', body = ''] of text.matchAll(/export interface (\w+) \{\n([\s\S]*?)\n\}/g)) {
    const members = [...body.matchAll(/^ {2}(\w+): (.+);$/gm)];
    interfaces.set(name, new Map(members.map(([, column = '', type = '']) => [column, type])));
  }
  const tables = new Map<string, Map<string, string>>();
  for (const [table, name] of interfaces.get('Tables') ?? []) tables.set(table, interfaces.get(name) ?? new Map());
  return tables;
}
