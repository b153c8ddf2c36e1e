import type { Channel, Outcome } from '#core/opportunity/vocabulary';

const written: ReadonlySet<Channel> = new Set<Channel>(['email', 'message', 'linkedin', 'post']);

/** The word for how it went: what was written is sent, not spoken in. */
export function outcomeKey({ channel, outcome }: { channel: Channel; outcome: Outcome }) {
  return outcome === 'message_left' && written.has(channel)
    ? ('words:sent' as const)
    : (`words:outcome.${outcome}` as const);
}
