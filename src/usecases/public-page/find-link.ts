import { findLink, type LinkKind, type PublicLinkRow } from '#db/public-link';
import { workspaceOfLink } from '#db/public-page';
import { inWorkspace, type Tx } from '#db/transaction';
import { hashOfLink } from './links.ts';
import type { PublicWorld } from './public-world.ts';

/** Runs `work` in the workspace of a link; null when there is no such link, or it is of another kind. */
export async function byLink<T>(
  world: PublicWorld,
  token: string,
  kinds: readonly LinkKind[],
  work: (tx: Tx, link: PublicLinkRow) => Promise<T>,
  options: { readOnly?: true } = {},
): Promise<T | null> {
  // What is no token of ours asks the database nothing.
  if (!/^[\w-]{22}$/.test(token)) return null;
  const hash = hashOfLink(token);
  const workspaceId = await workspaceOfLink(world.databases, hash);
  if (workspaceId === null) return null;
  return inWorkspace(
    world.databases,
    workspaceId,
    async (tx) => {
      const link = await findLink(tx, hash);
      return link && kinds.includes(link.kind) ? work(tx, link) : null;
    },
    options,
  );
}
