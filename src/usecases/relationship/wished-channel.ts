import type { Channel } from '#core/opportunity/vocabulary';
import { reachableChannels } from '#core/permission/reachable-channels';
import { channelFor } from '#core/relationship/keep-in-touch';
import type { PersonRow } from '#db/person';

/**
 * How one would like to keep in touch: as chosen, else the first way to reach them; null when nothing reaches them. A wish only: whether the
 * channel may be used is asked on the day (permission/care-channel.ts).
 */
export function wishedChannel(
  person: Pick<PersonRow, 'phone' | 'email' | 'email_dead_on' | 'linkedin'>,
  chosen: Channel | null,
): Channel | null {
  return channelFor(chosen, reachableChannels(person));
}
