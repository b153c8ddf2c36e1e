import { at } from './stage-list.ts';

/** Numbers with a key each, the one with the highest key first: a binary heap (Williams 1964). */
export interface BestFirst {
  readonly size: () => number;
  /** Of the first; −Infinity when there is none. */
  readonly topKey: () => number;
  readonly add: (item: number, key: number) => void;
  /** The first, taken off. Throws RangeError when there is none. */
  readonly take: () => number;
}

export function bestFirst(): BestFirst {
  const items: number[] = [];
  const keys: number[] = [];
  const put = (place: number, item: number, key: number) => {
    items[place] = item;
    keys[place] = key;
  };
  return {
    size: () => items.length,
    topKey: () => keys[0] ?? Number.NEGATIVE_INFINITY,
    add(item, key) {
      let place = items.length;
      while (place > 0) {
        const above = (place - 1) >> 1;
        const aboveKey = at(keys, above);
        if (aboveKey >= key) break;
        put(place, at(items, above), aboveKey);
        place = above;
      }
      put(place, item, key);
    },
    take() {
      const first = at(items, 0);
      const item = items.pop() ?? first;
      const key = keys.pop() ?? 0;
      const size = items.length;
      let place = 0;
      for (let below = 1; below < size; below = 2 * place + 1) {
        if (below + 1 < size && at(keys, below + 1) > at(keys, below)) below += 1;
        if (at(keys, below) <= key) break;
        put(place, at(items, below), at(keys, below));
        place = below;
      }
      if (size > 0) put(place, item, key);
      return first;
    },
  };
}
