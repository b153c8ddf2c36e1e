import type { Day } from '../day/day.ts';

/** What revenue is needed for, in the order in which it is covered; `next_step` is what one dreams of, and comes after all of them. */
export const needKinds = ['wages', 'rent', 'purchase', 'yourself', 'reserve', 'other', 'next_step'] as const;
export type NeedKind = (typeof needKinds)[number];

export const everys = ['month', 'once'] as const;
export type Every = (typeof everys)[number];

/** `amount` in minor units, a month or once. Monthly: due on the first day's day of each month, up to and including `until`. */
export type Need = {
  id: string;
  kind: NeedKind;
  name: string;
  amount: number;
  every: Every;
  from: Day;
  until: Day | null;
};

/** In the order in which they are covered: by kind, and of one kind the one that began first. */
export function inOrderOfNeed<N extends Pick<Need, 'id' | 'kind' | 'from'>>(needs: readonly N[]): N[] {
  return needs.toSorted(
    (a, b) =>
      needKinds.indexOf(a.kind) - needKinds.indexOf(b.kind) ||
      (a.from < b.from ? -1 : a.from > b.from ? 1 : 0) ||
      (a.id < b.id ? -1 : 1),
  );
}
