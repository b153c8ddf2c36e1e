import { deleteUnconfirmed } from '#db/sign-up';
import { inWorkspace } from '#db/transaction';
import { handleContactRequests } from './contact-form.ts';
import type { PublicWorld } from './public-world.ts';
import { sendLessons, sendTips } from './send-series.ts';
import { handleSignUps } from './sign-up.ts';

const keptUnconfirmedMs = 7 * 86_400_000;

/**
 * Everything that a public page leads to: answers what came in, sends what is due, and forgets who did not confirm within seven days.
 * Idempotent, and two at once do nothing twice: each row is locked by who works on it.
 */
export async function tendPage(world: PublicWorld, workspaceId: string, stopping?: AbortSignal): Promise<void> {
  await handleContactRequests(world, workspaceId);
  await handleSignUps(world, workspaceId, stopping);
  await sendLessons(world, workspaceId, stopping);
  await sendTips(world, workspaceId);
  await inWorkspace(world.databases, workspaceId, (tx) =>
    deleteUnconfirmed(tx, new Date(world.now().getTime() - keptUnconfirmedMs)),
  );
}
