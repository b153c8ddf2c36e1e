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

/** What needs no address that is kept here. */
const withoutAddress: readonly Channel[] = ['post', 'visit'];

/**
 * Every way to somebody, those with an address first; a card and a visit come behind them, where the law closes those that have one. Whom
 * nothing reaches has none: then one waits, and asks for an address (definition 18).
 */
export function waysTo(reachable: readonly Channel[]): readonly Channel[] {
  return reachable.length === 0 ? [] : [...reachable, ...withoutAddress.filter((one) => !reachable.includes(one))];
}
