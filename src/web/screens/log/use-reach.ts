import type { Opportunity } from '#contract/opportunity';
import type { Channel } from '#core/opportunity/vocabulary';
import { callNameOf } from '../opportunity/who-is.ts';
import { contactAddress } from './contact-address.ts';
import { beginPending } from './pending-store.ts';

/** By a key what a tap on the channel's link does: call, mail or write, and ask afterwards how it went. Nothing where there is no address. */
export function useReach(): (opportunity: Opportunity, channel: Channel) => void {
  return (opportunity, channel) => {
    const address = contactAddress(channel, opportunity.person);
    if (address === null) return;
    beginPending(opportunity, callNameOf(opportunity), channel);
    if (address.startsWith('https:')) window.open(address, '_blank', 'noopener');
    else window.location.assign(address);
  };
}
