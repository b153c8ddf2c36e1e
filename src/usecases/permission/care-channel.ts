import { purposeNow } from '#core/opportunity/contact-about';
import type { NextChannel } from '#core/opportunity/vocabulary';
import { clockAt } from '#core/permission/clock';
import { factsOf } from '#core/permission/contact-facts';
import { mayContact } from '#core/permission/may-contact';
import { reachableChannels, waysTo } from '#core/permission/reachable-channels';
import type { CareRow } from '#db/care-due';
import { toKnownContact } from '#db/known-contact';
import type { Surroundings } from '../surroundings.ts';

/** The channel for attention: as planned when it may be used, else the first that may, else waiting. */
export function careChannel(row: CareRow, { workspace, now }: Pick<Surroundings, 'workspace' | 'now'>): NextChannel {
  const clock = clockAt(now);
  const told = row.basis === 'conversation' || row.basis === 'request' ? row.created_on : null;
  const facts = factsOf(toKnownContact(row, workspace), {
    spokeOn: row.spokeOn ?? told,
    askedOn: null,
    requestedOn: row.basis === 'request' ? told : null,
    agreedOn: null,
  });
  const others = waysTo(reachableChannels(row)).filter((channel) => channel !== row.careChannel);
  const wanted = row.careChannel === null ? others : [row.careChannel, ...others];
  const purpose = purposeNow(facts, clock);
  return wanted.find((channel) => mayContact(facts, channel, purpose, clock).verdict !== 'block') ?? 'wait';
}
