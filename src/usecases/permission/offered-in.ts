import type { Channel } from '#core/opportunity/vocabulary';
import type { Opportunity } from '#contract/opportunity';

/** The channels that one may use for this opportunity, the planned one first: what is blocked is not offered. Meetings need no person. */
export function offeredIn({ person, nextMoment }: Pick<Opportunity, 'person' | 'nextMoment'>): Channel[] {
  const offered = (person?.channels ?? []).flatMap((one) => (one.verdict === 'block' ? [] : one.channel));
  const planned = nextMoment?.channel;
  if (!planned || planned === 'wait') return offered;
  if (!person) return [planned];
  return offered.includes(planned) ? [planned, ...offered.filter((channel) => channel !== planned)] : offered;
}
