import type { OutboxEntry } from './outbox-entry.ts';

/** What stood in the outbox, short, beside it: a browser that makes room may throw the outbox itself away. */
export type Lost = Pick<OutboxEntry, 'id' | 'kind' | 'name' | 'at'>;
type Noted = { scope: string; waiting: Lost[] };

const storageKey = 'aanhouder.outbox';

export function noteWhatWaits(scope: string | null, entries: readonly OutboxEntry[]): void {
  try {
    if (scope === null || entries.length === 0) localStorage.removeItem(storageKey);
    else {
      const waiting = entries.map(({ id, kind, name, at }) => ({ id, kind, name, at }));
      localStorage.setItem(storageKey, JSON.stringify({ scope, waiting } satisfies Noted));
    }
  } catch {
    // Without it a loss is not noticed; the outbox itself does not depend on it.
  }
}

/** What was noted as waiting, and is there no longer. */
export function whatIsLost(scope: string, entries: readonly OutboxEntry[]): Lost[] {
  try {
    const noted: Noted | null = JSON.parse(localStorage.getItem(storageKey) ?? 'null');
    if (noted?.scope !== scope) return [];
    return noted.waiting.filter((one) => !entries.some((entry) => entry.id === one.id));
  } catch {
    return [];
  }
}
