import type { Day } from '#core/day/day';
import type { Channel } from '#core/opportunity/vocabulary';

/** `email_dead_on`: a message to the address came back as nobody's. */
type Addresses = {
  phone: string | null;
  email: string | null;
  email_dead_on?: Day | null;
  linkedin: string | null;
};

/** Channels for which the person has an address, preferred first. Whether they may be used is another question: mayContact. */
export function reachableChannels(person: Addresses | null): Channel[] {
  if (!person) return [];
  return [
    ...(person.phone ? (['call'] as const) : []),
    ...(person.email && !person.email_dead_on ? (['email'] as const) : []),
    ...(person.phone ? (['message'] as const) : []),
    ...(person.linkedin ? (['linkedin'] as const) : []),
  ];
}
