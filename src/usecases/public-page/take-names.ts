import { AppError } from '#contract/app-error';
import type { NamesTaken } from '#contract/public-page';
import { progressOf } from '#db/lesson-progress';
import type { LetGoName } from '#db/public-tables';
import { inWorkspace } from '#db/transaction';
import type { Context } from '../context.ts';
import { createOpportunityIn } from '../opportunity/create-opportunity.ts';
import { byLink } from './find-link.ts';
import { claimNames } from '#db/contact-request';
import type { PublicWorld } from './public-world.ts';

/**
 * The three names of lesson 1 become opportunities of who is signed in, each with its next moment; once: the same link again gives those
 * that were made. Whoever has the link of the page is its subscriber.
 */
export async function takeNames(context: Context, world: PublicWorld, link: string): Promise<NamesTaken> {
  const token = link.trim().split('/').at(-1) ?? '';
  const found = await byLink(
    world,
    token,
    ['course'],
    async (tx, { subscriber_id: id }): Promise<{ id: string; names: readonly LetGoName[] } | null> => {
      const lesson = id === null ? undefined : (await progressOf(tx, id)).find(({ number }) => number === 1);
      return lesson ? { id: lesson.id, names: lesson.names ?? [] } : null;
    },
    { readOnly: true },
  );
  if (!found || found.names.length === 0) throw new AppError('link_unknown', { at: 'link' });
  return inWorkspace(context.databases, context.actor.workspaceId, async (tx) => {
    const opportunities: { id: string; name: string }[] = [];
    for (const [index, { name, keen }] of found.names.entries()) {
      const key = `lesson-1 ${found.id} ${index + 1}`;
      const present = await claimNames(tx, key);
      if (present) opportunities.push({ id: present, name });
      else {
        const made = await createOpportunityIn(tx, context, {
          person: { name, basis: 'conversation' },
          keen: keen || null,
        });
        await claimNames(tx, key, made.id);
        opportunities.push({ id: made.id, name });
      }
    }
    return { opportunities };
  });
}
