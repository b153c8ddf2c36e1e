import { expect, test } from 'vitest';
import { inWorkspace } from '#db/transaction';
import { keepSecret, readSecret } from '#usecases/secret/secrets';
import { openVault } from '#usecases/secret/vault';
import { withClient } from '#tests/support/clone-database';
import { useHouse } from '#tests/support/use-house';

const house = useHouse();
const at = new Date('2026-11-24T09:00:00Z');

test('a secret is kept sealed, opens for its account, and is sealed anew after a change of key', async () => {
  const { id: workspaceId, memberId } = await house().aWorkspace();
  const account = { id: '01970000-0000-7000-8000-000000000001', memberId };
  const within = <T>(work: Parameters<typeof inWorkspace<T>>[2]) => inWorkspace(house().databases, workspaceId, work);
  const [old, present] = [openVault(['first']), openVault(['second', 'first'])];
  await within((tx) => keepSecret(tx, old, account, 'kanarie-5f2a', at));
  expect(await within((tx) => readSecret(tx, present, account, at))).toBe('kanarie-5f2a');
  expect(await within((tx) => readSecret(tx, old, account, at)), 'the old key does not open it any more').toBeNull();
  expect(await within((tx) => readSecret(tx, openVault(['second']), account, at))).toBe('kanarie-5f2a');
});

test("a seal is read by its own workspace alone, one by one, and moved to another's account it does not open", async () => {
  const [mine, theirs] = [await house().aWorkspace(), await house().aWorkspace()];
  const vault = openVault(['first']);
  const account = { id: '01970000-0000-7000-8000-000000000002', memberId: mine.memberId };
  await inWorkspace(house().databases, mine.id, (tx) => keepSecret(tx, vault, account, 'kanarie-77', at));
  const readBy = (workspaceId: string) =>
    inWorkspace(house().databases, workspaceId, (tx) => readSecret(tx, vault, account, at));
  expect(await readBy(theirs.id)).toBeNull();
  await withClient(house().clone.app, async (client) => {
    await expect(client.query('select sealed from sealed_secret')).rejects.toThrow('permission denied');
    await expect(client.query('select * from sealed_secret')).rejects.toThrow('permission denied');
  });
  await withClient(house().clone.owner, async (client) => {
    await client.query('alter table sealed_secret no force row level security');
    await client.query('update sealed_secret set workspace_id = $1, member_id = $2', [theirs.id, theirs.memberId]);
    await client.query('alter table sealed_secret force row level security');
  });
  expect(await readBy(theirs.id)).toBeNull();
});
