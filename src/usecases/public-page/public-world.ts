import type { Databases } from '#db/connect';
import type { Context } from '../context.ts';
import type { PublicLinks } from './links.ts';

/** What the public pages and their jobs get: nobody is signed in there. */
export type PublicWorld = {
  databases: Databases;
  now: () => Date;
  /** UUIDv7. */
  newId: () => string;
  links: PublicLinks;
};

/** What comes in is written down in the name of whom the owner chose. */
export function inNameOf({ databases, now, newId }: PublicWorld, workspaceId: string, memberId: string): Context {
  return { databases, now, newId, actor: { workspaceId, memberId, role: 'owner' } };
}
