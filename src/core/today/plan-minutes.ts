import { fitMinutes, type MinuteItem } from '#core/persistence/fit-minutes';

/** What may be done today: its minutes, its expected gain, and whether it would be the first contact. */
export interface PlanItem extends MinuteItem {
  readonly first: boolean;
}

/**
 * Which of these, ordered by index, fill the minutes: the best set that fits (fitMinutes), with at least `firsts` first contacts in it as far as there
 * are any that fit. Where the best set has them by itself nothing is given up for it. Positions, in the order given.
 */
export function planMinutes(items: readonly PlanItem[], minutes: number, firsts: number): number[] {
  const best = fitMinutes(items, minutes).chosen;
  if (best.filter((position) => items[position]?.first).length >= firsts) return [...best];
  let left = minutes;
  const firstOnes = items.flatMap(({ first, minutes: needed }, position) => (first ? [{ position, needed }] : []));
  const reserved = new Set<number>();
  for (const { position, needed } of firstOnes) {
    if (reserved.size === firsts) break;
    if (needed > left) continue;
    left -= needed;
    reserved.add(position);
  }
  const others = items.flatMap((item, position) => (reserved.has(position) ? [] : [{ item, position }]));
  const added = fitMinutes(
    others.map(({ item }) => item),
    left,
  ).chosen.flatMap((place) => others[place]?.position ?? []);
  return [...reserved, ...added].toSorted((a, b) => a - b);
}
