import { isSent } from '#core/opportunity/is-sent';
import type { Channel, Outcome } from '#core/opportunity/vocabulary';

/** The word for how it went: what was written is sent, not spoken in. */
export function outcomeKey({ channel, outcome }: { channel: Channel; outcome: Outcome }) {
  return isSent(channel, outcome) ? ('words:sent' as const) : (`words:outcome.${outcome}` as const);
}
