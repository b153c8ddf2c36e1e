import { mailKind, type MailKind } from './mail-kind.ts';
import type { MailFacts } from './mail-facts.ts';
import { bouncedOf, type Bounced } from './read-bounce.ts';

export type Placed = { role: 'inbox' | 'sent' | 'other'; own: ReadonlySet<string>; leftOutDomains: readonly string[] };

/** What a mail is to us, and by which addresses its people are looked up. Null: nothing that is kept. */
export type Whose =
  | { direction: 'in' | 'out'; kind: Exclude<MailKind, 'list' | 'bounce'>; addresses: string[]; isTrusted: boolean }
  | { direction: 'in'; kind: 'bounce'; addresses: string[]; bounced: Bounced[] };

/**
 * Sent by us only when it lies in the folder of what is sent: who writes in our name from elsewhere has no mail of ours. Received: from its
 * sender alone; others that stand in its head may be anybody.
 */
export function whoseMail(mail: MailFacts, placed: Placed): Whose | null {
  const kind = mailKind(mail);
  if (kind === 'bounce') {
    const bounced = bouncedOf(mail).filter(({ address }) => isKept(address, placed));
    return bounced.length === 0
      ? null
      : { direction: 'in', kind, addresses: bounced.map((one) => one.address), bounced };
  }
  if (placed.role === 'sent') {
    const addresses = mail.to.map((one) => one.address).filter((address) => isKept(address, placed));
    return addresses.length === 0 ? null : { direction: 'out', kind: 'message', addresses, isTrusted: true };
  }
  const from = mail.from?.address ?? '';
  if (!isKept(from, placed)) return null;
  // A list that answers what we wrote is an answer all the same; the caller knows whether it does.
  if (kind === 'list' && mail.inReplyTo === null) return null;
  return { direction: 'in', kind: kind === 'list' ? 'message' : kind, addresses: [from], isTrusted: isTrusted(mail) };
}

function isKept(address: string, { own, leftOutDomains }: Placed): boolean {
  if (address === '' || own.has(address)) return false;
  const domain = address.slice(address.lastIndexOf('@') + 1);
  return !leftOutDomains.some((left) => domain === left || domain.endsWith(`.${left}`));
}

/** Our own server found that the sender's domain did not send this (RFC 7489): kept, but it says nothing of them. */
function isTrusted({ headers }: MailFacts): boolean {
  return !/\bdmarc\s*=\s*fail\b/i.test(headers.get('authentication-results') ?? '');
}
