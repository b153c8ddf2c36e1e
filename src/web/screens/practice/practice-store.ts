import { useSyncExternalStore } from 'react';
import type { Practised } from './practice.ts';

const storageKey = 'aanhouder.practice';
const listeners = new Set<() => void>();
let known: readonly Practised[] | null | undefined;

function read(): readonly Practised[] | null {
  try {
    const found: unknown = JSON.parse(localStorage.getItem(storageKey) ?? 'null');
    return Array.isArray(found) ? found : null;
  } catch {
    return null;
  }
}

function now(): readonly Practised[] | null {
  if (known === undefined) known = read();
  return known;
}

/** Null clears it: nothing of it is left in this browser. */
export function keepPractice(people: readonly Practised[] | null): void {
  known = people;
  try {
    if (people) localStorage.setItem(storageKey, JSON.stringify(people));
    else localStorage.removeItem(storageKey);
  } catch {
    // It lasts until the page is left.
  }
  for (const listener of listeners) listener();
}

export function usePractice(): readonly Practised[] | null {
  return useSyncExternalStore((listener) => {
    listeners.add(listener);
    return () => listeners.delete(listener);
  }, now);
}
