import { type Day, laterOf } from '#core/day/day';
import { proofUntil } from '#core/permission/proof-until';
import { AppError } from '#contract/app-error';
import type { Consent, ConsentGiven, GiveConsent, WithdrawConsent } from '#contract/permission';
import { insertConsents, lockConsent, withdrawConsent as writeWithdrawal } from '#db/consent';
import { lockOpportunitiesOfPerson } from '#db/opportunity';
import { findPerson, lockPerson } from '#db/person';
import { inWorkspace } from '#db/transaction';
import type { Context } from '../context.ts';
import { recordChange } from '../opportunity/write-change.ts';
import { blockWaitingMail } from '../outbox/block-waiting.ts';
import { dayFrom, loadSurroundings } from '../surroundings.ts';
import { consentView, consentViews } from './consent-view.ts';
import { replanForPermission } from './replan.ts';

export async function listConsents(context: Context, personId: string): Promise<Consent[]> {
  return inWorkspace(
    context.databases,
    context.actor.workspaceId,
    async (tx) => {
      if (!(await findPerson(tx, personId))) throw new AppError('not_found', { at: 'person' });
      return consentViews(tx, personId);
    },
    { readOnly: true },
  );
}

/** Records a proof. It can be taken back for a day when it was recorded by mistake; a withdrawal by the person is another thing. */
export async function giveConsent(context: Context, personId: string, input: GiveConsent): Promise<ConsentGiven> {
  return inWorkspace(context.databases, context.actor.workspaceId, async (tx) => {
    await lockOpportunitiesOfPerson(tx, personId);
    const person = await lockPerson(tx, personId);
    if (!person) throw new AppError('not_found', { at: 'person' });
    const { today } = await loadSurroundings(tx, context.actor.memberId, context.now());
    const kind = input.kind ?? 'consent';
    const givenOn = input.givenOn === undefined ? today : past(input.givenOn, 'givenOn', today);
    // An address or number made known for offers is shown by where it stood.
    if (kind === 'published' && !input.source?.trim())
      throw new AppError('invalid_request', {
        at: 'source',
        detail: 'Say where it was made known for offers: the page, and the day you saw it.',
      });
    const id = context.newId();
    await insertConsents(tx, [
      {
        id,
        person_id: personId,
        kind,
        channels: [...new Set(input.channels)],
        purposes: [...new Set(input.purposes ?? ['promo' as const])],
        wording: input.wording.trim(),
        wording_version: input.wordingVersion.trim(),
        language: input.language,
        how: input.how,
        source: input.source?.trim() || null,
        given_on: givenOn,
        confirmed_on: input.confirmedOn ? laterOf(givenOn, past(input.confirmedOn, 'confirmedOn', today)) : null,
        until_on: input.until === undefined ? proofUntil(kind, givenOn) : endOf(input.until, givenOn),
        recorded_by: context.actor.memberId,
        created_at: context.now(),
      },
    ]);
    const moved = await replanForPermission(tx, context, personId, { waitingToo: false });
    const changeId = await recordChange(
      tx,
      context,
      'consent.given',
      { opportunities: moved.images, made: { consents: [id], events: moved.events } },
      [{ type: 'person', id: personId, version: person.version }, ...moved.records],
    );
    return { consent: await consentView(tx, personId, id), changeId };
  });
}

function past(text: string, at: string, today: Day): Day {
  const day = dayFrom(text, at);
  if (day > today) throw new AppError('day_invalid', { at, detail: 'a day in the future' });
  return day;
}

function endOf(text: string | null, givenOn: Day): Day | null {
  if (text === null) return null;
  const until = dayFrom(text, 'until');
  if (until < givenOn)
    throw new AppError('day_invalid', { at: 'until', detail: 'before the day on which it was given' });
  return until;
}

/** Written once: who withdraws may consent anew, and that is another proof. No next moment stays on a channel that it opened. */
export async function withdrawConsent(context: Context, id: string, input: WithdrawConsent): Promise<Consent> {
  return inWorkspace(context.databases, context.actor.workspaceId, async (tx) => {
    const found = await lockConsent(tx, id);
    if (!found) throw new AppError('not_found', { at: 'consent' });
    if (found.withdrawn_at) throw new AppError('consent_withdrawn', { at: 'consent' });
    await writeWithdrawal(tx, found, { at: context.now(), by: context.actor.memberId, how: input.how ?? 'talk' });
    await replanForPermission(tx, context, found.person_id, { waitingToo: false });
    await blockWaitingMail(tx, context, found.person_id);
    return consentView(tx, found.person_id, id);
  });
}
