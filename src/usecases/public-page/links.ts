import { createHash, createHmac, timingSafeEqual } from 'node:crypto';
import type { LinkKind } from '#db/public-link';
import { insertLink } from '#db/public-link';
import type { Tx } from '#db/transaction';

/** Makes the links of the public pages; by main, which knows the secret. */
export type PublicLinks = {
  appUrl: string;
  /** 132 bits that nobody can guess. The same for the same thing, so that none has to be kept: the table has its hash. */
  token(kind: LinkKind | 'preview', workspaceId: string, of: string): string;
  /** Says when a form was made, and that we made it. */
  formStamp(at: Date): string;
  /** How long ago, in milliseconds; null when it is not ours. */
  ageOfForm(stamp: unknown, now: Date): number | null;
};

export function publicLinks(secret: string, appUrl: string): PublicLinks {
  const signed = (text: string) => createHmac('sha256', secret).update(text).digest('base64url').slice(0, 22);
  return {
    appUrl,
    token: (kind, workspaceId, of) => signed(`public ${kind} ${workspaceId} ${of}`),
    formStamp: (at) => `${at.getTime()}.${signed(`public form ${at.getTime()}`)}`,
    ageOfForm(stamp, now) {
      const [ms = '', sign = ''] = typeof stamp === 'string' ? stamp.split('.') : [];
      return /^\d{1,15}$/.test(ms) && isSame(sign, signed(`public form ${ms}`)) ? now.getTime() - Number(ms) : null;
    },
  };
}

/** Without telling by the time it takes how much of it was right. */
export function isSame(one: string, other: string): boolean {
  const [a, b] = [Buffer.from(one), Buffer.from(other)];
  return a.length === b.length && timingSafeEqual(a, b);
}

export function hashOfLink(token: string): string {
  return createHash('sha256').update(token).digest('hex');
}

const places: Readonly<Record<LinkKind, string>> = { confirm: 'c', course: 'm', leave_module: 'u', leave_tips: 'u' };

/** Short: a header with it is not folded, which would break its signature at some servers. */
export function addressOfLink({ appUrl }: PublicLinks, kind: LinkKind, token: string): string {
  return `${appUrl}/p/${places[kind]}/${token}`;
}

/** The link of a subscriber, known to the table from here on. */
export async function linkFor(
  tx: Tx,
  world: { links: PublicLinks; newId: () => string; now: () => Date },
  kind: Exclude<LinkKind, 'confirm'>,
  subscriberId: string,
): Promise<string> {
  const token = world.links.token(kind, tx.workspaceId, subscriberId);
  await insertLink(tx, { id: world.newId(), hash: hashOfLink(token), kind, subscriberId, createdAt: world.now() });
  return addressOfLink(world.links, kind, token);
}
