import { isMailAddress } from '#mail/mail-address';
import { readForwarded } from '#core/mail/read-forwarded';
import { inboxOf, ownAddressesOf } from '#db/inbox-address';
import type { Databases } from '#db/connect';
import { inWorkspace } from '#db/transaction';
import type { ReadMessage } from '#mail/read-message';
import { type Captured, captureMail, type FoundIn } from './capture-mail.ts';

type World = { databases: Databases; now: () => Date; newId: () => string };

/** `inbox+token@example.com`, of `inbox@example.com`. */
export function inboxAddress(base: string, token: string): string {
  const at = base.lastIndexOf('@');
  return `${base.slice(0, at)}+${token}${base.slice(at)}`;
}

/** The tokens of our own addresses that a message was sent to; a blind copy has it only where the own server wrote it. */
export function tokensIn({ receivers }: Pick<ReadMessage, 'receivers'>, base: string): string[] {
  const [local = '', domain = ''] = base.toLowerCase().split('@');
  const found = new Set<string>();
  for (const [, token = ''] of receivers.matchAll(/\+([a-z2-7]{16})@/g))
    if (receivers.includes(`${local}+${token}@${domain}`)) found.add(token);
  return [...found].slice(0, 5);
}

/**
 * A mail that a member forwarded, or sent with a blind copy to their own address here. Only what comes from an address of theirs counts, and
 * not when their domain says that it did not send it: who knows the address writes nothing in their name.
 */
export async function receiveAtInbox(
  world: World,
  message: ReadMessage,
  base: string,
  receivedAt: Date,
): Promise<Captured> {
  const total: Captured = { persons: 0, moments: 0 };
  const sender = message.facts.from?.address ?? '';
  if (!isMailAddress(sender) || /\bdmarc\s*=\s*fail\b/i.test(message.facts.headers.get('authentication-results') ?? ''))
    return total;
  for (const token of tokensIn(message, base)) {
    const whose = await inboxOf(world.databases, token);
    if (!whose) continue;
    const { workspaceId, memberId } = whose;
    const own = await inWorkspace(world.databases, workspaceId, (tx) => ownAddressesOf(tx, memberId), {
      readOnly: true,
    });
    if (!own.includes(sender)) continue;
    const context = { ...world, actor: { workspaceId, memberId, role: 'seller' as const } };
    const found: Omit<FoundIn, 'role'> = {
      mailboxId: null,
      own: new Set([...own, inboxAddress(base, token), base]),
      leftOutDomains: [],
      // It was handed in on purpose, and counts.
      countsFrom: new Date(0),
      receivedAt,
    };
    const forwarded = readForwarded(message.facts);
    const made = forwarded
      ? await captureMail(context, { ...message, facts: forwarded, html: null }, { ...found, role: 'inbox' })
      : await captureMail(context, message, { ...found, role: 'sent' });
    total.persons += made.persons;
    total.moments += made.moments;
  }
  return total;
}
