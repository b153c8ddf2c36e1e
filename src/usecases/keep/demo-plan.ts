import type { Tools } from './demo-tools.ts';

/** How many end or stand how; 400 together. Sales mostly late, own stops mostly at 1 to 3: the article's story, in one company. */
const salesAt = [1, 2, 4, 6, 10, 12, 9, 7, 5, 3, 2, 1];
const ownStopsAt = [44, 51, 29, 11, 6, 3, 2, 1, 1];
const refusalsAt = [9, 12, 9, 6, 4, 3, 2, 1];
const openKinds = {
  waiting: 3,
  promised: 3,
  appointmentToday: 1,
  appointment: 5,
  dueToday: 12,
  leftover: 9,
  fresh: 5,
  notNow: 15,
  letLie: 7,
  revived: 10,
  doneToday: 3,
  later: 71,
} as const;
export type OpenKind = keyof typeof openKinds;
export type Plan =
  | { kind: 'won' | 'ownStop' | 'refused'; number: number; again: boolean }
  | { kind: OpenKind; number: number; again: boolean };

export function plansOf({ whole }: Tools): Plan[] {
  const ended = (kind: 'won' | 'ownStop' | 'refused', at: readonly number[]): Plan[] =>
    at.flatMap((count, i) =>
      Array.from({ length: count }, (_, n): Plan => ({ kind, number: i + 1, again: n % 9 === 8 })),
    );
  const open = Object.entries(openKinds).flatMap(([kind, count]) =>
    Array.from({ length: count }, (_, n): Plan => ({
      kind: kind as OpenKind,
      number: heldOf(kind as OpenKind, whole),
      again: kind === 'later' && n % 12 === 5,
    })),
  );
  return [...ended('won', salesAt), ...ended('ownStop', ownStopsAt), ...ended('refused', refusalsAt), ...open];
}

function heldOf(kind: OpenKind, whole: Tools['whole']): number {
  if (kind === 'fresh') return 0;
  if (kind === 'waiting' || kind === 'promised') return whole(3, 6);
  if (kind === 'appointment' || kind === 'appointmentToday') return whole(2, 7);
  if (kind === 'letLie') return whole(1, 3);
  if (kind === 'revived') return whole(2, 5);
  return whole(1, 6) + (whole(1, 4) === 1 ? 4 : 0);
}

export function shuffled<T>({ whole }: Tools, items: readonly T[]): T[] {
  const all = [...items];
  for (let i = all.length - 1; i > 0; i--) {
    const j = whole(0, i);
    const [a, b] = [all[i], all[j]];
    if (a !== undefined && b !== undefined) [all[i], all[j]] = [b, a];
  }
  return all;
}
