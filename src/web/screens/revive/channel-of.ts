import { channels, type Channel } from '#core/opportunity/vocabulary';
import type { ReviveItem } from '../../data/revive.ts';
import { contactAddress } from '../log/contact-address.ts';

/** The first channel that one tap can open. None: no number, mail address or profile is known. */
export function channelOf({ channels: usable, opportunity }: ReviveItem): Channel | undefined {
  return channels.find((channel) => usable.includes(channel) && contactAddress(channel, opportunity.person) !== null);
}
