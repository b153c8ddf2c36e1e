import { contactAbout, lastTalkOn } from '#core/opportunity/contact-about';
import { purposeOf } from '#core/opportunity/create-opportunity';
import type { MomentFacts } from '#core/opportunity/facts';
import type { Channel, Purpose } from '#core/opportunity/vocabulary';
import { type Clock, clockAt, clockOn } from '#core/permission/clock';
import type { ContactFacts } from '#core/permission/contact-facts';
import { mayContact } from '#core/permission/may-contact';
import { proofUntil } from '#core/permission/proof-until';
import type { ConsentHow } from '#core/permission/words';
import type { LogMoment } from '#contract/opportunity';
import type { ConsentInTalk } from '#contract/permission';
import { insertConsents } from '#db/consent';
import type { MomentRow } from '#db/moment';
import type { Tx } from '#db/transaction';
import type { Context } from '../context.ts';
import type { LoadedOpportunity } from '../opportunity/load-opportunity.ts';

type Noted = Pick<MomentRow, 'purpose' | 'verdict' | 'rule_id' | 'ruleset_version'>;

const nothingNoted: Noted = { purpose: null, verdict: null, rule_id: null, ruleset_version: null };

/**
 * What was known of permission before this moment, noted with it; nothing without a person. What happened is never refused: history is
 * history.
 */
export function notedPermission(loaded: LoadedOpportunity, moment: MomentFacts, now: Date): Noted {
  if (!loaded.person) return nothingNoted;
  const { opportunity, moments, planning } = loaded;
  const facts = contactAbout(planning.contact, opportunity, lastTalkOn(moments));
  const clock = moment.happenedOn === planning.today ? clockAt(now) : clockOn(moment.happenedOn);
  return notedOf(facts, moment.channel, purposeOf(planning, opportunity, moments), clock);
}

/** The verdict, and by which rule of which reading. */
export function notedOf(facts: ContactFacts, channel: Channel, wanted: Purpose, clock: Clock): Noted {
  const noted = mayContact(facts, channel, wanted, clock);
  return {
    purpose: noted.purpose,
    verdict: noted.verdict,
    rule_id: noted.ruleId,
    ruleset_version: noted.rulesetVersion,
  };
}

const hows: Readonly<Record<Channel, ConsentHow>> = {
  call: 'phone',
  video: 'phone',
  meeting: 'talk',
  visit: 'talk',
  email: 'mail',
  message: 'mail',
  linkedin: 'mail',
  post: 'paper',
};

/** So that the next moment is planned knowing what they have just allowed. */
export function withConsent(loaded: LoadedOpportunity, { consent, clientId }: LogMoment): LoadedOpportunity {
  if (!consent) return loaded;
  const { contact, today } = loaded.planning;
  const proof = {
    id: clientId ?? 'just said',
    kind: 'consent' as const,
    channels: consent.channels,
    purposes: ['promo' as const],
    from: today,
    until: proofUntil('consent', today),
    confirmed: false,
  };
  return { ...loaded, planning: { ...loaded.planning, contact: { ...contact, proofs: [...contact.proofs, proof] } } };
}

/** Bears the moment's id: one yes a talk, taken back with it. */
export async function recordConsent(
  tx: Tx,
  context: Context,
  { person }: LoadedOpportunity,
  moment: MomentFacts,
  consent: ConsentInTalk,
): Promise<void> {
  if (!person) return;
  await insertConsents(tx, [
    {
      id: moment.id,
      person_id: person.id,
      kind: 'consent',
      channels: [...new Set(consent.channels)],
      purposes: ['promo'],
      wording: consent.wording.trim(),
      wording_version: consent.wordingVersion.trim(),
      language: consent.language,
      how: hows[moment.channel],
      source: null,
      given_on: moment.happenedOn,
      confirmed_on: null,
      until_on: proofUntil('consent', moment.happenedOn),
      recorded_by: moment.memberId,
      created_at: context.now(),
    },
  ]);
}
