import { apiVersionHeader } from '#contract/api-version';

/** Whether the server answers, and of when what is shown is. */
export type Connection = {
  reachable: boolean;
  /** The oldest of what this page shows from store, ms; null when it is all fresh. */
  seenAt: number | null;
  /** The server is of another time than this page: load it anew before anything else. */
  outdated: boolean;
};

const firstProbeMs = 5000;
const longestProbeMs = 60_000;

let connection: Connection = { reachable: true, seenAt: null, outdated: false };
let probing: ReturnType<typeof setTimeout> | undefined;
let probeMs = firstProbeMs;
const listeners = new Set<() => void>();
const backListeners = new Set<() => void>();

function change(part: Partial<Connection>): void {
  connection = { ...connection, ...part };
  for (const listener of listeners) listener();
}

export function connectionNow(): Connection {
  return connection;
}

export function onConnection(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** Each time that the server answers again after it did not. */
export function onBack(listener: () => void): void {
  backListeners.add(listener);
}

/** The server answered, whatever it said. */
export function answered(): void {
  if (connection.reachable) return;
  clearTimeout(probing);
  probing = undefined;
  probeMs = firstProbeMs;
  change({ reachable: true, seenAt: null });
  for (const listener of backListeners) listener();
}

/** Nothing answered: it is asked again by itself, more and more seldom. */
export function unreachable(): void {
  if (connection.reachable) change({ reachable: false });
  probing ??= setTimeout(() => {
    probing = undefined;
    probeMs = Math.min(probeMs * 2, longestProbeMs);
    void probe();
  }, probeMs);
}

/** Something from store is shown. */
export function shownFromStore(at: number): void {
  change({ seenAt: Math.min(at, connection.seenAt ?? at) });
}

/** Another page, with its own figures. */
export function forgetSeen(): void {
  if (connection.seenAt !== null) change({ seenAt: null });
}

export function outdated(): void {
  if (!connection.outdated) change({ outdated: true });
}

/** Asks whether the server is there. */
export async function probe(): Promise<void> {
  try {
    const answer = await fetch('/api/v1/session', { cache: 'no-store', signal: AbortSignal.timeout(10_000) });
    // Without our own header it is the sign-in page of somebody's wifi, or a proxy that cannot reach us.
    if (answer.ok && answer.headers.has(apiVersionHeader)) answered();
    else unreachable();
  } catch {
    unreachable();
  }
}

/** What the device itself says: without a network there is nothing to wait for, and with one it is tried at once. */
export function watchConnection(): void {
  window.addEventListener('offline', unreachable);
  window.addEventListener('online', () => void probe());
  document.addEventListener('visibilitychange', () => {
    if (document.visibilityState === 'visible' && !connection.reachable) void probe();
  });
}
