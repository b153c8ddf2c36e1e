import { useSyncExternalStore } from 'react';
import type { Me } from '#contract/workspace';
import { useMe } from '../../data/me.ts';

type Kept = { on: string; minutes: number };

const storageKey = 'aanhouder.minutes';
const listeners = new Set<() => void>();
let kept: Kept | null | undefined;

function read(): Kept | null {
  try {
    const found: Kept | null = JSON.parse(localStorage.getItem(storageKey) ?? 'null');
    return found && Number.isInteger(found.minutes) ? found : null;
  } catch {
    return null;
  }
}

function current(): Kept | null {
  kept ??= read();
  return kept;
}

function keep(chosen: Kept): void {
  kept = chosen;
  try {
    localStorage.setItem(storageKey, JSON.stringify(chosen));
  } catch {
    // Holds until the page is left.
  }
  for (const listener of listeners) listener();
}

function listen(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** What was chosen today, else the minutes a day of the settings; outside of React. */
export function minutesOf({ today, member }: Pick<Me, 'today' | 'member'>): number {
  const chosen = current();
  return chosen?.on === today ? chosen.minutes : member.minutesADay;
}

/** The minutes one has: what was chosen today, else the minutes a day of the settings. One choice for the whole app. */
export function useMinutes(): [number, (minutes: number) => void] {
  const { today, member } = useMe();
  const chosen = useSyncExternalStore(listen, current);
  const minutes = chosen?.on === today ? chosen.minutes : member.minutesADay;
  return [minutes, (next) => keep({ on: today, minutes: next })];
}
