import { addDays, dayIn } from '#core/day/day';
import type { Databases } from '#db/connect';
import { type LedgerLine, ledgerOf, personsToErase, postponeErasures } from '#db/erase/erasure';
import { workspaceIds } from '#db/identity/account';
import { inWorkspace } from '#db/transaction';
import { loadWorkspace } from '#db/workspace';
import { erasePersons } from './erase-persons.ts';

type World = { databases: Databases; now: () => Date; newId: () => string };

/** So many in one transaction. */
const atOnce = 20;
/** Who was waiting in a backup gets a week more: whether it was taken back after the backup, nobody knows any more. */
const weekAfterRestore = 7;

const nobody = '00000000-0000-0000-0000-000000000000';

/** Erases in one company whose day has come, also when that was while the program was off, and whom a restored backup brought back. */
export async function eraseDue(world: World, workspaceId: string): Promise<number> {
  const { databases, now } = world;
  const context = { ...world, actor: { workspaceId, memberId: nobody, role: 'owner' as const } };
  let total = 0;
  for (;;) {
    const erased = await inWorkspace(databases, workspaceId, async (tx) => {
      const today = dayIn(now(), (await loadWorkspace(tx)).time_zone);
      const ids = await personsToErase(tx, today, atOnce);
      return ids.length === 0 ? 0 : erasePersons(tx, context, ids, today);
    });
    total += erased;
    if (erased < atOnce) return total;
  }
}

/** After a restore: whoever was erased is erased again, and whoever waits for it waits a week more. */
export async function eraseAgain(world: World): Promise<number> {
  let total = 0;
  for (const workspaceId of await workspaceIds(world.databases.auth)) total += await eraseAgainIn(world, workspaceId);
  return total;
}

/** The same in one company. */
export async function eraseAgainIn(world: World, workspaceId: string): Promise<number> {
  await inWorkspace(world.databases, workspaceId, async (tx) => {
    const today = dayIn(world.now(), (await loadWorkspace(tx)).time_zone);
    await postponeErasures(tx, addDays(today, weekAfterRestore));
  });
  return eraseDue(world, workspaceId);
}

/** Everybody who was ever erased, of all companies. */
export async function wholeLedger(databases: Databases): Promise<LedgerLine[]> {
  const lines: LedgerLine[] = [];
  for (const workspaceId of await workspaceIds(databases.auth))
    lines.push(...(await inWorkspace(databases, workspaceId, ledgerOf, { readOnly: true })));
  return lines;
}
