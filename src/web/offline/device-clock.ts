import { useSyncExternalStore } from 'react';

/** Less is nothing that anybody has to do something about. */
const leastMinutes = 3;
/** An answer that was longer on its way says too little, as does one that the device slept through. */
const longestMs = 10_000;

/**
 * Whole minutes that the device's clock is ahead of the server's (behind: negative), 0 when it is right, null when this answer says nothing.
 * `date`: the answer's own header, in whole seconds; `asked` and `here`: the device's clock at both ends, ms.
 */
export function minutesAhead(date: string | null, asked: number, here: number): number | null {
  const server = Date.parse(date ?? '');
  const took = here - asked;
  if (Number.isNaN(server) || took < 0 || took > longestMs) return null;
  const minutes = Math.round((here - server) / 60_000);
  return Math.abs(minutes) < leastMinutes ? 0 : minutes;
}

let ahead = 0;
const listeners = new Set<() => void>();

/** Of every answer that comes: it needs no question of its own, and who mends the clock sees the notice go. */
export function measureClock(date: string | null, asked: number): void {
  const measured = minutesAhead(date, asked, Date.now());
  if (measured === null || measured === ahead) return;
  ahead = measured;
  for (const listener of listeners) listener();
}

function onClock(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

export function useMinutesAhead(): number {
  return useSyncExternalStore(onClock, () => ahead);
}
