import { sql } from 'kysely';
import pg from 'pg';
import { v7 } from 'uuid';
import { expect, test } from 'vitest';
import { inWorkspace, type Tx } from '#db/transaction';
import { useHouse } from '#tests/support/use-house';

const house = useHouse();

const teams = (tx: Tx) => tx.db.selectFrom('team').selectAll().where('workspace_id', '=', tx.workspaceId).execute();
const members = (tx: Tx) => tx.db.selectFrom('member').select('id').execute();
const kept = { readOnly: true, plans: 'kept' } as const;

test('a kept plan shows each transaction its own workspace', async () => {
  const workspaces = [await house().aWorkspace(), await house().aWorkspace()];
  const { databases } = house();
  await Promise.all(
    Array.from({ length: 100 }, async (_, i) => {
      const workspace = workspaces[i % 2];
      if (workspace === undefined) throw new Error('two workspaces');
      expect(await inWorkspace(databases, workspace.id, members, kept)).toEqual([{ id: workspace.memberId }]);
    }),
  );
});

test('a table that changes its columns under a kept plan is read all the same', async () => {
  const { id } = await house().aWorkspace();
  const { databases } = house();
  await Promise.all(Array.from({ length: 20 }, () => inWorkspace(databases, id, teams, kept)));
  const owner = new pg.Client(databases.owner ?? {});
  await owner.connect();
  try {
    await owner.query('alter table team add column motto text');
    const read = await Promise.all(Array.from({ length: 20 }, () => inWorkspace(databases, id, teams, kept)));
    expect(read).toEqual(Array.from({ length: 20 }, () => []));
    expect(await inWorkspace(databases, id, teams, kept)).toEqual([]);
  } finally {
    await owner.query('alter table team drop column motto');
    await owner.end();
  }
});

test('and written to all the same, once, where a statement of it was kept', async () => {
  const { id } = await house().aWorkspace();
  const { databases } = house();
  const keptTeams = (tx: Tx) => tx.kept.selectFrom('team').selectAll().where('workspace_id', '=', id).execute();
  const add = async (tx: Tx, name: string) => {
    await tx.db.insertInto('team').values({ workspace_id: id, id: v7(), name }).execute();
    await keptTeams(tx);
  };
  await Promise.all(Array.from({ length: 20 }, () => inWorkspace(databases, id, keptTeams)));
  const owner = new pg.Client(databases.owner ?? {});
  await owner.connect();
  try {
    await owner.query('alter table team add column motto text');
    const names = Array.from({ length: 20 }, (_, n) => `Team ${n}`);
    await Promise.all(names.map((name) => inWorkspace(databases, id, (tx) => add(tx, name))));
    const written = await inWorkspace(databases, id, keptTeams);
    expect(written.map((team) => team.name).toSorted()).toEqual(names.toSorted());
  } finally {
    await owner.query('alter table team drop column motto');
    await owner.end();
  }
});

test('of statements sent at once, the fault told is the one that broke the transaction', async () => {
  const { id } = await house().aWorkspace();
  const broken = inWorkspace(house().databases, id, async (tx) => {
    const first = sql`select 1 / 0`.execute(tx.db);
    first.catch(() => {});
    await members(tx);
    await first;
  });
  await expect(broken).rejects.toMatchObject({ code: '22012' });
});

test('a transaction that could not be put in order is tried again, whichever of its statements tells it first', async () => {
  const { id } = await house().aWorkspace();
  let attempts = 0;
  const read = await inWorkspace(house().databases, id, async (tx) => {
    attempts++;
    if (attempts > 1) return members(tx);
    const first = sql`do $$ begin raise serialization_failure; end $$`.execute(tx.db);
    first.catch(() => {});
    return members(tx);
  });
  expect([attempts, read.length]).toEqual([2, 1]);
});

test('what a transaction asks together reaches the server in one piece, its beginning included', async () => {
  const workspace = await house().aWorkspace();
  const { databases } = house();
  const client = await databases.app.connect();
  if (!(client instanceof pg.Client)) throw new Error('the pool gives clients of the driver');
  const { stream } = client.connection;
  let pieces = 0;
  // As the system gets them: what is still being gathered has not come here.
  for (const kind of ['_write', '_writev'] as const) {
    const send = stream[kind]?.bind(stream);
    if (send)
      Object.assign(stream, { [kind]: (...given: unknown[]) => ((pieces += 1), Reflect.apply(send, stream, given)) });
  }
  // The pool gives the connection that came back last.
  client.release();
  const asked = await inWorkspace(databases, workspace.id, async (tx) => {
    const both = await Promise.all([members(tx), teams(tx)]);
    return { both, pieces };
  });
  expect(asked).toEqual({ both: [[{ id: workspace.memberId }], []], pieces: 1 });
});
