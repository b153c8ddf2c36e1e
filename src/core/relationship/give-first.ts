import type { Intent } from '../opportunity/vocabulary.ts';

/** Who asked twice gives first: the two newest moments that had an intent were both asks (product.md, row 7). Newest first. */
export function givesFirst(newestFirst: readonly (Intent | null)[]): boolean {
  const [last, before] = newestFirst.filter((intent) => intent !== null);
  return last === 'ask' && before === 'ask';
}

export const careActs = ['thank', 'referral', 'catch_up'] as const;
export type CareAct = (typeof careActs)[number];

/**
 * What attention is for. After a sale first thanks; then, once, the question who else it would help; and with a person one asked twice already
 * first something to give. `sinceSale`: intents of the moments of attention after the sale, newest first; null when they never bought.
 */
export function careAct(
  sinceSale: readonly (Intent | null)[] | null,
  lastIntents: readonly (Intent | null)[],
): CareAct {
  if (sinceSale === null) return 'catch_up';
  if (sinceSale.length === 0) return 'thank';
  return sinceSale.includes('ask') || givesFirst(lastIntents) ? 'catch_up' : 'referral';
}
