import type { Channel } from './vocabulary.ts';

const written: ReadonlySet<unknown> = new Set<Channel>(['email', 'message', 'linkedin', 'post']);

/** What was left by a written channel is sent, not spoken in. */
export function isSent(channel: unknown, outcome: unknown): boolean {
  return outcome === 'message_left' && written.has(channel);
}
