import { sql } from 'kysely';
import { expect, test, vi } from 'vitest';
import { compiledOnce, prepared } from './prepared.ts';
import type { Tables } from './tables.ts';
import type { Tx } from './transaction.ts';
import { overConnection } from './workspace-connection.ts';

test('it is built once, and each time asked with what is asked then', () => {
  const build = vi.fn((db: Tx['db'], { id, kinds }: { id: string; kinds: string[] }) =>
    db
      .selectFrom('event')
      .select('id')
      .where('id', '=', id)
      .where(sql<boolean>`kind = any(${kinds}::text[])`)
      .where('kind', '=', 'won'),
  );
  const query = compiledOnce<Tables, { id: string; kinds: string[] }, { id: string }>(build);
  const first = query({ id: 'a', kinds: ['won'] });
  const second = query({ kinds: [], id: 'b' });
  expect(build).toHaveBeenCalledTimes(1);
  expect(second.sql).toBe(first.sql);
  expect([first.parameters, second.parameters]).toEqual([
    ['a', ['won'], 'won'],
    ['b', [], 'won'],
  ]);
});

test('the workspace is that of the transaction, a value of that name is another, and columns are those of the values', async () => {
  const asked: unknown[] = [];
  const client = {
    query: (config: { values: unknown[] }) => {
      asked.push(config.values);
      return Promise.resolve({ command: 'INSERT', rowCount: 1, fields: [], rows: [{ id: 1 }] });
    },
  };
  const { db } = overConnection(client as never);
  const insert = prepared((tx, row: { id: string; name: string }) =>
    tx.db.insertInto('member').values({ workspace_id: tx.workspaceId, ...row } as never),
  );
  const tx = { db, kept: db, afterCommit: () => {} };
  await insert({ ...tx, workspaceId: 'one' }, { id: '1', name: 'workspace' });
  await insert({ ...tx, workspaceId: 'two' }, { id: '2', name: 'Jan' });
  expect(asked).toEqual([
    ['one', '1', 'workspace'],
    ['two', '2', 'Jan'],
  ]);
});

test('what is built looks at no rows: to run it there says so', async () => {
  const running = compiledOnce<Tables, Record<string, never>, object>((db) => {
    void db.selectFrom('member').selectAll().execute().catch(failed);
    return db.selectFrom('member').selectAll();
  });
  const failed = vi.fn();
  running({});
  await vi.waitFor(() => expect(failed).toHaveBeenCalledTimes(1));
});
