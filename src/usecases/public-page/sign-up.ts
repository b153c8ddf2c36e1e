import { parseEmail } from '#core/import/parse-email';
import { oneLine } from '#core/public-page/one-line';
import { siteWord, wordingVersion, type SiteLanguage } from '#i18n/site/words';
import { AppError } from '#contract/app-error';
import { insertLink } from '#db/public-link';
import { insertSignUp, mailedSince, type SignUpRow, signUpWasHandled, takeSignUps } from '#db/sign-up';
import { lockSubscriberByAddress, type SubscriberRow } from '#db/subscriber';
import { inWorkspace, type Tx } from '#db/transaction';
import { queueMessage } from '../outbox/queue-message.ts';
import { suppressionOf } from '../rights/suppression.ts';
import { addressOfLink, hashOfLink, linkFor } from './links.ts';
import { confirmMail, knownMail } from './mails.ts';
import { pageIn, type ShownPage } from './open-page.ts';
import { serviceMessage } from './post.ts';
import type { PublicWorld } from './public-world.ts';

export type SignUpForm = {
  email: string;
  name: string;
  module: boolean;
  tips: boolean;
  language: SiteLanguage;
  /** Of the page. */
  address: string;
  /** Of the visitor. */
  ip: string;
  userAgent: string | undefined;
};

export const confirmHours = 72;
const dayMs = 86_400_000;
const together = 100;
/** To one address in a day: whoever fills in somebody else's again and again reaches them no more. */
const mostADay = 3;
/** In an hour, of one company: who lets a machine fill in a list of addresses gets no further. The rest waits. */
const mostAnHour = 200;

/**
 * Only writes down what was asked. Whether that address is known is looked at after the answer (handleSignUps), so that neither the
 * answer nor its time says so.
 */
export async function signUp(world: PublicWorld, page: ShownPage, form: SignUpForm): Promise<void> {
  const email = parseEmail(form.email);
  if (!email.ok) throw new AppError('email_invalid', { at: 'email' });
  if (!form.module && !form.tips) throw new AppError('invalid_request', { at: 'module' });
  await inWorkspace(world.databases, page.workspaceId, (tx) =>
    insertSignUp(tx, {
      id: world.newId(),
      email: email.value.address,
      email_key: email.value.key,
      name: oneLine(form.name).slice(0, 200) || null,
      language: form.language,
      module: form.module,
      tips: form.tips,
      wording_module: siteWord(form.language, 'tickModule', { name: page.name }),
      wording_tips: siteWord(form.language, 'tickTips', { name: page.name }),
      wording_version: wordingVersion,
      page: form.address,
      network: networkOf(form.ip),
      user_agent: form.userAgent === undefined ? null : oneLine(form.userAgent).slice(0, 300),
      created_at: world.now(),
    }),
  );
}

/** Where it came from, without saying who: the last part of an IPv4 address, and all but the first three groups of an IPv6 one, go. */
export function networkOf(ip: string): string {
  const v4 = /^(?:::ffff:)?(\d{1,3}\.\d{1,3}\.\d{1,3})\.\d{1,3}$/i.exec(ip);
  if (v4) return `${v4[1]}.0/24`;
  return `${ip.split('::', 1)[0]?.split(':').slice(0, 3).join(':') ?? ''}::/48`;
}

/** Sends the mails that were asked for. Answers how many rows were worked on. */
export async function handleSignUps(world: PublicWorld, workspaceId: string, stopping?: AbortSignal): Promise<number> {
  for (let handled = 0; ;) {
    if (stopping?.aborted) return handled;
    const some = await inWorkspace(world.databases, workspaceId, (tx) => handleSome(tx, world));
    handled += some;
    if (some < together) return handled;
  }
}

async function handleSome(tx: Tx, world: PublicWorld): Promise<number> {
  const found = await pageIn(tx);
  if (!found) return 0;
  let handled = 0;
  for (const row of await takeSignUps(tx, together)) {
    if (!(await handleOne(tx, world, found.shown, row))) return handled;
    handled += 1;
  }
  return handled;
}

/** False: it waits, as too many mails went this hour. */
async function handleOne(tx: Tx, world: PublicWorld, page: ShownPage, row: SignUpRow): Promise<boolean> {
  const now = world.now();
  const [today, hour, suppressed, subscriber] = await Promise.all([
    mailedSince(tx, row.email_key, new Date(now.getTime() - dayMs)),
    mailedSince(tx, row.email_key, new Date(now.getTime() - dayMs / 24)),
    suppressionOf(tx, { emailKey: row.email_key, phone: null }),
    lockSubscriberByAddress(tx, row.email_key),
  ]);
  if (hour.all >= mostAnHour) return false;
  // Who wants no contact gets none, also when somebody types their address.
  const mayMail = today.address < mostADay && suppressed === null;
  await signUpWasHandled(tx, row.id, now, mayMail && (await mailTo(tx, world, page, row, subscriber)));
  return true;
}

/** False: no mail can go to what was typed, though it looks like an address. */
async function mailTo(
  tx: Tx,
  world: PublicWorld,
  page: ShownPage,
  row: SignUpRow,
  subscriber: SubscriberRow | undefined,
): Promise<boolean> {
  const known = subscriber && hasAll(subscriber, row) ? subscriber : null;
  const mail = known
    ? knownMail(row.language, page, await linkFor(tx, world, 'course', known.id))
    : confirmMail(row.language, page, row, await confirmLink(tx, world, row.id));
  try {
    await queueMessage(tx, world, serviceMessage(row.email, known?.person_id ?? null, mail, `sign_up:${row.id}`));
    return true;
  } catch (error) {
    if (error instanceof AppError && error.code === 'message_unfit') return false;
    throw error;
  }
}

async function confirmLink(tx: Tx, { links, now, newId }: PublicWorld, signUpId: string): Promise<string> {
  const token = links.token('confirm', tx.workspaceId, signUpId);
  const expiresAt = new Date(now().getTime() + confirmHours * 3_600_000);
  await insertLink(tx, {
    id: newId(),
    hash: hashOfLink(token),
    kind: 'confirm',
    signUpId,
    expiresAt,
    createdAt: now(),
  });
  return addressOfLink(links, 'confirm', token);
}

function hasAll({ module, tips }: SubscriberRow, asked: Pick<SignUpRow, 'module' | 'tips'>): boolean {
  return (
    (!asked.module || module === 'running' || module === 'paused' || module === 'finished') &&
    (!asked.tips || tips === 'running')
  );
}
