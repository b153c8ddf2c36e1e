import { type Day, dayIn } from '#core/day/day';
import { proofUntil } from '#core/permission/proof-until';
import { siteWord } from '#i18n/site/words';
import { insertConsents } from '#db/consent';
import { type PublicLinkRow, useLink } from '#db/public-link';
import { lockSignUp, type SignUpRow, signUpWasConfirmed } from '#db/sign-up';
import { insertSubscriber, lockSubscriberByAddress, type SubscriberRow, updateSubscriber } from '#db/subscriber';
import type { Tx } from '#db/transaction';
import type { Context } from '../context.ts';
import { hasOpportunityOf } from '#db/contact-request';
import { createOpportunityIn } from '../opportunity/create-opportunity.ts';
import { findOrMakePerson } from '../person/find-or-make-person.ts';
import { byLink } from './find-link.ts';
import { linkFor } from './links.ts';
import { pageIn, type ShownPage } from './open-page.ts';
import { inNameOf, type PublicWorld } from './public-world.ts';

export type Asked = { page: ShownPage; language: 'nl' | 'en'; module: boolean; tips: boolean };
/** `late`: after 72 hours, or the address is on the list of those who want no contact. */
export type ConfirmState = { kind: 'unknown' } | { kind: 'used' | 'late' | 'ready'; asked: Asked };
export type Confirmed = ConfirmState | { kind: 'confirmed'; asked: Asked; courseUrl: string };

/** What a GET sees. It confirms nothing: scanners of mail open every link. */
export async function lookAtConfirm(world: PublicWorld, token: string): Promise<ConfirmState> {
  const state = await byLink(world, token, ['confirm'], (tx, link) =>
    stateOf(tx, world, link).then((found) => found?.state ?? null),
  );
  return state ?? { kind: 'unknown' };
}

async function stateOf(
  tx: Tx,
  world: PublicWorld,
  link: PublicLinkRow,
): Promise<{ state: Exclude<ConfirmState, { kind: 'unknown' }>; row: SignUpRow } | null> {
  const row = link.sign_up_id === null ? undefined : await lockSignUp(tx, link.sign_up_id);
  const found = await pageIn(tx);
  if (!row || !found) return null;
  const asked = { page: found.shown, language: row.language, module: row.module, tips: row.tips };
  const isLate = link.expires_at !== null && link.expires_at <= world.now();
  return { state: { kind: link.used_at !== null ? 'used' : isLate ? 'late' : 'ready', asked }, row };
}

/** The second yes, once. The subscriber becomes a person with the proof of it, and an opportunity where the owner wants that. */
export async function confirm(world: PublicWorld, token: string): Promise<Confirmed> {
  const confirmed = await byLink(world, token, ['confirm'], async (tx, link): Promise<Confirmed | null> => {
    const found = await stateOf(tx, world, link);
    if (!found || found.state.kind !== 'ready') return found?.state ?? null;
    const { asked } = found.state;
    if (!(await useLink(tx, link.id, world.now()))) return { kind: 'used', asked };
    const courseUrl = await subscribe(tx, world, found.row, asked.page);
    return courseUrl === null ? { kind: 'late', asked } : { kind: 'confirmed', asked, courseUrl };
  });
  return confirmed ?? { kind: 'unknown' };
}

/** Null: they want no contact, by the list. */
export async function subscribe(tx: Tx, world: PublicWorld, row: SignUpRow, shown: ShownPage): Promise<string | null> {
  const found = await pageIn(tx);
  if (!found) return null;
  const { page, workspace } = found;
  const context = inNameOf(world, tx.workspaceId, page.member_id);
  const now = world.now();
  const today = dayIn(now, workspace.time_zone);
  const { person } = await findOrMakePerson(
    tx,
    context,
    {
      name: row.name ?? row.email.split('@', 1)[0] ?? row.email,
      email: row.email,
      basis: 'request',
      howMet: `${shown.name}: ${siteWord(row.language, 'signUp')}`,
    },
    { today, country: workspace.country, organisation: null },
  );
  if (person.objected_on !== null) return null;
  const consents = await recordConsents(tx, context, row, {
    personId: person.id,
    givenOn: dayIn(row.created_at, workspace.time_zone),
    today,
  });
  const subscriber = await makeSubscriber(tx, world, row, person.id, page.every_days, consents);
  await signUpWasConfirmed(tx, row.id, subscriber.id, now);
  if (page.makes_opportunity && !(await hasOpportunityOf(tx, person.id)) && person.restricted_on === null) {
    await createOpportunityIn(tx, context, {
      personId: person.id,
      source: shown.slug,
      title: siteWord(workspace.language, 'signUp'),
    });
  }
  return linkFor(tx, world, 'course', subscriber.id);
}

type Consents = { module: string | null; tips: string | null };

/** One proof a tick, with its own words, so that one can be taken back without the other. */
async function recordConsents(
  tx: Tx,
  { newId, now, actor }: Context,
  row: SignUpRow,
  { personId, givenOn, today }: { personId: string; givenOn: Day; today: Day },
): Promise<Consents> {
  const ids: Consents = { module: row.module ? newId() : null, tips: row.tips ? newId() : null };
  const proof = (id: string | null, wording: string) =>
    id === null
      ? []
      : [
          {
            id,
            person_id: personId,
            kind: 'consent' as const,
            channels: ['email' as const],
            purposes: ['bulk' as const],
            wording,
            wording_version: row.wording_version,
            language: row.language,
            how: 'web' as const,
            source: row.page,
            given_on: givenOn,
            confirmed_on: today,
            until_on: proofUntil('consent', givenOn),
            recorded_by: actor.memberId,
            created_at: now(),
          },
        ];
  await insertConsents(tx, [...proof(ids.module, row.wording_module), ...proof(ids.tips, row.wording_tips)]);
  return ids;
}

async function makeSubscriber(
  tx: Tx,
  world: PublicWorld,
  row: SignUpRow,
  personId: string,
  everyDays: number,
  consents: Consents,
): Promise<SubscriberRow> {
  const now = world.now();
  const present = await lockSubscriberByAddress(tx, row.email_key);
  // Who has had all twelve gets nothing twice; who left goes on where they were.
  const runs = row.module && present?.module !== 'finished' && (present?.lesson ?? 0) < 12;
  const change = {
    person_id: personId,
    language: row.language,
    ...(runs ? { module: 'running' as const, next_at: now } : {}),
    ...(row.module ? { module_consent_id: consents.module } : {}),
    ...(row.tips ? { tips: 'running' as const, tips_consent_id: consents.tips } : {}),
  };
  if (present) return updateSubscriber(tx, present.id, change);
  return insertSubscriber(tx, {
    id: world.newId(),
    email: row.email,
    email_key: row.email_key,
    every_days: everyDays,
    next_at: null,
    module_consent_id: null,
    tips_consent_id: null,
    confirmed_at: now,
    created_at: now,
    ...change,
  });
}
