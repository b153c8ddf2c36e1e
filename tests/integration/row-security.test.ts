import { sql } from 'kysely';
import { expect, test } from 'vitest';
import { inWorkspace } from '#db/transaction';
import { useHouse } from '#tests/support/use-house';

const house = useHouse();

test('a workspace does not see the rows of another, nor change them, nor write into it', async () => {
  const [ours, theirs] = [await house().aWorkspace(), await house().aWorkspace()];
  const { databases } = house();
  const seen = await inWorkspace(databases, ours.id, (tx) => tx.db.selectFrom('member').select('id').execute());
  expect(seen.map((member) => member.id)).toEqual([ours.memberId]);

  const changed = await inWorkspace(databases, ours.id, (tx) =>
    tx.db.updateTable('member').set({ name: 'Iemand anders' }).where('workspace_id', '=', theirs.id).executeTakeFirst(),
  );
  expect(changed.numUpdatedRows).toBe(0n);

  const written = inWorkspace(databases, ours.id, (tx) =>
    tx.db.insertInto('team').values({ workspace_id: theirs.id, id: theirs.id, name: 'Team' }).execute(),
  );
  await expect(written).rejects.toThrow(/row-level security/);
});

test('without a workspace nothing is seen', async () => {
  await house().aWorkspace();
  const { rows } = await house().databases.app.query('select id from member');
  expect(rows).toEqual([]);
});

test('two hundred transactions at once on two connections each see their own workspace', async () => {
  const workspaces = [await house().aWorkspace(), await house().aWorkspace()];
  const { databases } = house();
  await Promise.all(
    Array.from({ length: 200 }, async (_, i) => {
      const workspace = workspaces[i % 2];
      if (workspace === undefined) throw new Error('two workspaces');
      const rows = await inWorkspace(databases, workspace.id, (tx) =>
        tx.db.selectFrom('member').select('id').execute(),
      );
      expect(rows).toEqual([{ id: workspace.memberId }]);
    }),
  );
  const { rows } = await databases.app.query('select id from member');
  expect(rows).toEqual([]);
});

test('search reads the workspace of its own transaction only, whatever it is asked for', async () => {
  const [ours, theirs] = [await house().aWorkspace(), await house().aWorkspace()];
  const { databases } = house();
  const personId = ours.context.newId();
  await inWorkspace(databases, theirs.id, async (tx) => {
    await sql`insert into person (workspace_id, id, name, name_key, sort_key, created_on)
      values (${theirs.id}, ${personId}, 'Dirk', 'dirk', 'dirk', '2026-11-24')`.execute(tx.db);
    await sql`select search_person_write(${theirs.id}::uuid, array[${personId}]::uuid[], array['dirk'])`.execute(tx.db);
  });
  const search = (as: string, of: string) =>
    inWorkspace(
      databases,
      as,
      async (tx) => (await sql`select * from search_person(${of}::uuid, 'dirk', 5)`.execute(tx.db)).rows,
    );
  expect(await search(theirs.id, theirs.id)).toEqual([{ person_id: personId }]);
  expect(await search(ours.id, theirs.id)).toEqual([]);
  await expect(databases.app.query('select * from person_search')).rejects.toThrow(/permission denied/);
});

test('a transaction that was handed on is of no use after its end', async () => {
  const { id } = await house().aWorkspace();
  const leaked = await inWorkspace(house().databases, id, async (tx) => tx);
  await expect(leaked.db.selectFrom('member').select('id').execute()).rejects.toThrow(/has ended/);
});

test('an error that is caught inside a transaction does not pass for a commit', async () => {
  const { id } = await house().aWorkspace();
  const work = inWorkspace(house().databases, id, async (tx) => {
    await sql`select 1 / 0`.execute(tx.db).catch(() => {});
  });
  await expect(work).rejects.toThrow(/rolled back/);
});

test('two transactions that wait for each other both come through', async () => {
  const workspace = await house().aWorkspace();
  const { databases } = house();
  const ids = [workspace.context.newId(), workspace.context.newId()];
  await inWorkspace(databases, workspace.id, (tx) =>
    tx.db
      .insertInto('team')
      .values(ids.map((id) => ({ workspace_id: workspace.id, id, name: '0' })))
      .execute(),
  );
  let arrived = 0;
  let open: () => void = () => {};
  const bothHold = new Promise<void>((resolve) => (open = resolve));
  const rename = (order: readonly string[]) =>
    inWorkspace(databases, workspace.id, async (tx) => {
      for (const id of order) {
        await tx.db
          .updateTable('team')
          .set({ name: sql<string>`(name::integer + 1)::text` })
          .where('id', '=', id)
          .execute();
        arrived += 1;
        if (arrived === 2) open();
        await bothHold;
      }
    });
  await Promise.all([rename(ids), rename(ids.toReversed())]);
  const rows = await inWorkspace(databases, workspace.id, (tx) => tx.db.selectFrom('team').select('name').execute());
  expect(rows).toEqual([{ name: '2' }, { name: '2' }]);
});
