import type { Channel } from '#core/opportunity/vocabulary';

type Addresses = { phone: string | null; email: string | null; linkedin: string | null };

/** Channels for which the person has an address, preferred first. Whether they may be used is another question: mayContact. */
export function reachableChannels(person: Addresses | null): Channel[] {
  if (!person) return [];
  return [
    ...(person.phone ? (['call'] as const) : []),
    ...(person.email ? (['email'] as const) : []),
    ...(person.phone ? (['message'] as const) : []),
    ...(person.linkedin ? (['linkedin'] as const) : []),
  ];
}
