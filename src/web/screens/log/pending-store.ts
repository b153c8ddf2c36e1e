import type { Opportunity } from '#contract/opportunity';
import type { Channel } from '#core/opportunity/vocabulary';

/** A channel that was tapped and not logged yet: kept over a reload, since a phone may drop the page during a call. */
export type Pending = { opportunityId: string; name: string; channel: Channel; at: number };

const storageKey = 'aanhouder.pending';
const longestMilliseconds = 4 * 3_600_000;
const listeners = new Set<() => void>();
let known: Pending | null | undefined;

function read(): Pending | null {
  try {
    const found: Pending | null = JSON.parse(localStorage.getItem(storageKey) ?? 'null');
    return found && Date.now() - found.at < longestMilliseconds ? found : null;
  } catch {
    return null;
  }
}

export function pendingCall(): Pending | null {
  known ??= read();
  return known;
}

function write(pending: Pending | null): void {
  known = pending;
  try {
    if (pending) localStorage.setItem(storageKey, JSON.stringify(pending));
    else localStorage.removeItem(storageKey);
  } catch {
    // Without storage it is asked in this page only.
  }
  for (const listener of listeners) listener();
}

export function beginPending(opportunity: Opportunity, name: string, channel: Channel): void {
  write({ opportunityId: opportunity.id, name, channel, at: Date.now() });
}

/** Logged, or "not now". Another opportunity's pending call stays. */
export function endPending(opportunityId?: string): void {
  if (opportunityId === undefined || pendingCall()?.opportunityId === opportunityId) write(null);
}

export function onPending(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

const byVoice: readonly Channel[] = ['call', 'video', 'meeting', 'visit'];
const longestTalkMinutes = 90;

/**
 * How long it took, from the tap on the link to the way back to the page: for what is spoken only, and not when the page was left for
 * something else afterwards. Null where that says nothing.
 */
export function measuredMinutes({ channel, at }: Pick<Pending, 'channel' | 'at'>, backAt: number): number | null {
  const minutes = Math.max(1, Math.ceil((backAt - at) / 60_000));
  return byVoice.includes(channel) && backAt >= at && minutes <= longestTalkMinutes ? minutes : null;
}
