import type { Channel } from '#core/opportunity/vocabulary';
import type { Clock } from './clock.ts';
import type { ContactFacts } from './contact-facts.ts';
import { mayContact, type Permission } from './may-contact.ts';
import type { ContactPurpose } from './words.ts';

/** The channels that may be offered, in the order given: what is blocked is not among them. */
export function offeredChannels(
  facts: ContactFacts,
  reachable: readonly Channel[],
  purpose: ContactPurpose,
  clock: Clock,
): Permission[] {
  return reachable
    .map((channel) => mayContact(facts, channel, purpose, clock))
    .filter((permission) => permission.verdict !== 'block');
}
