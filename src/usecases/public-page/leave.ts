import { withdrawConsent as writeWithdrawal, lockConsent } from '#db/consent';
import { stopQueued } from '#db/public-mail';
import { findSubscriber, lockSubscriber, type SubscriberRow, updateSubscriber } from '#db/subscriber';
import type { Tx } from '#db/transaction';
import { objectIn } from '../person/change-person.ts';
import { byLink } from './find-link.ts';
import { pageIn, type ShownPage } from './open-page.ts';
import { inNameOf, type PublicWorld } from './public-world.ts';

export type Leaving = { page: ShownPage; language: 'nl' | 'en'; list: 'module' | 'tips' };
const kinds = ['leave_module', 'leave_tips'] as const;

/** What a GET sees. It stops nothing: scanners of mail open every link (RFC 8058, section 3.1). */
export function lookAtLeave(world: PublicWorld, token: string): Promise<Leaving | null> {
  return byLink(
    world,
    token,
    kinds,
    async (tx, link) => {
      const subscriber = link.subscriber_id === null ? undefined : await findSubscriber(tx, link.subscriber_id);
      const found = await pageIn(tx);
      if (!found || !subscriber) return null;
      return { page: found.shown, language: subscriber.language, list: link.kind === 'leave_tips' ? 'tips' : 'module' };
    },
    { readOnly: true },
  );
}

/**
 * Stops a list, or with `all` every contact (an objection). Once more changes nothing. What was queued already is stopped in the same
 * transaction, and the proof is taken back, so that whatever asks for it from now on finds none.
 */
export function leave(world: PublicWorld, token: string, all: boolean): Promise<Leaving | null> {
  return byLink(world, token, kinds, async (tx, link) => {
    const [found, subscriber] = await Promise.all([pageIn(tx), subscriberOf(tx, link.subscriber_id)]);
    if (!found || !subscriber) return null;
    const list = link.kind === 'leave_tips' ? 'tips' : 'module';
    const context = inNameOf(world, tx.workspaceId, found.page.member_id);
    await leaveLists(tx, world, subscriber, found.page.member_id, all ? ['module', 'tips'] : [list]);
    if (all) await objectIn(tx, context, subscriber.person_id);
    return { page: found.shown, language: subscriber.language, list };
  });
}

async function subscriberOf(tx: Tx, id: string | null): Promise<SubscriberRow | undefined> {
  return id === null ? undefined : lockSubscriber(tx, id);
}

export async function leaveLists(
  tx: Tx,
  { now }: Pick<PublicWorld, 'now'>,
  subscriber: SubscriberRow,
  memberId: string,
  lists: readonly ('module' | 'tips')[],
): Promise<void> {
  const module = lists.includes('module');
  const tips = lists.includes('tips');
  // Who had all twelve has finished, whatever they stop after it.
  const leavesModule = module && (subscriber.module === 'running' || subscriber.module === 'paused');
  const leavesTips = tips && subscriber.tips === 'running';
  if (leavesModule || leavesTips)
    await updateSubscriber(tx, subscriber.id, {
      ...(leavesModule ? { module: 'left' as const, next_at: null } : {}),
      ...(leavesTips ? { tips: 'left' as const } : {}),
    });
  const proofs = [...(module ? [subscriber.module_consent_id] : []), ...(tips ? [subscriber.tips_consent_id] : [])];
  for (const id of proofs) {
    const proof = id === null ? undefined : await lockConsent(tx, id);
    if (proof && !proof.withdrawn_at) await writeWithdrawal(tx, proof, { at: now(), by: memberId, how: 'web' });
  }
  if (module) await stopQueued(tx, subscriber.person_id, `lesson:${subscriber.id}:`, now());
  if (tips) await stopQueued(tx, subscriber.person_id, `tip:${subscriber.id}:`, now());
}
