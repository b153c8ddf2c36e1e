import { setTimeout as pause } from 'node:timers/promises';

/**
 * Asks `probe` until it gives something other than undefined; undefined after `limitMs` milliseconds.
 * Asks at least once. Measures with the monotonic clock, so a change of the wall clock neither hurries nor hangs it.
 */
export async function waitUntil<T>(
  probe: () => Promise<T | undefined>,
  limitMs: number,
  everyMs = 10,
): Promise<T | undefined> {
  const deadline = performance.now() + limitMs;
  for (;;) {
    const found = await probe();
    if (found !== undefined || performance.now() >= deadline) return found;
    await pause(everyMs);
  }
}
