import type { Difference } from '#core/verify/difference';
import type { Databases } from '#db/connect';
import { workspaceIds } from '#db/identity/account';
import { type Listener, type Verified, verifyWorkspace } from './verify-workspace.ts';

export type AllVerified = Verified & { workspaces: number; differences: number };

/** All workspaces, one after another. */
export async function verifyAll(
  databases: Databases,
  listener: Omit<Listener, 'found'> & { found(difference: Difference & { workspace: string }): void },
): Promise<AllVerified> {
  const total: AllVerified = { workspaces: 0, opportunities: 0, moments: 0, persons: 0, counters: 0, differences: 0 };
  for (const workspace of await workspaceIds(databases.auth)) {
    const found = (difference: Difference) => {
      total.differences += 1;
      listener.found({ workspace, ...difference });
    };
    const one = await verifyWorkspace(databases, workspace, { found, done: listener.done });
    total.workspaces += 1;
    total.opportunities += one.opportunities;
    total.moments += one.moments;
    total.persons += one.persons;
    total.counters += one.counters;
  }
  return total;
}
