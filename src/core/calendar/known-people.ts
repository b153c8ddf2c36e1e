import { nameKey } from '#core/import/name-key';
import { foldWords } from '#core/import/fold-text';

const mostWords = 5;

/**
 * The keys of all names that a title may hold: "Kennismaking Marieke van den Berg (Bakkerij)" gives every two to five words that stand beside
 * each other. A first name alone is nobody's.
 */
export function namesInTitle(title: string): string[] {
  const words = foldWords(title.slice(0, 300)).split(' ').filter(Boolean);
  const names = new Set<string>();
  for (let from = 0; from < words.length; from += 1)
    for (let count = 2; count <= mostWords && from + count <= words.length; count += 1)
      names.add(nameKey(words.slice(from, from + count).join(' ')));
  names.delete('');
  return [...names];
}

type Known = { id: string; emailKey: string | null; nameKey: string };

/** Whom a meeting was with: who was invited, else whose whole name stands in its title, when only one is called so. */
export function personOf(
  meeting: { title: string; addresses: readonly string[] },
  known: readonly Known[],
): string | null {
  const invited = known.find(({ emailKey }) => emailKey !== null && meeting.addresses.includes(emailKey));
  if (invited) return invited.id;
  const names = new Set(namesInTitle(meeting.title));
  const called = known.filter((one) => one.nameKey.includes(' ') && names.has(one.nameKey));
  const longest = Math.max(0, ...called.map((one) => one.nameKey.length));
  const best = called.filter((one) => one.nameKey.length === longest);
  return best.length === 1 ? (best[0]?.id ?? null) : null;
}
