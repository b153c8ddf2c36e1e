import { useMemo, useSyncExternalStore } from 'react';
import { connectionNow, onConnection, type Connection } from './connection.ts';
import { onOutbox, outboxNow, type Outbox } from './outbox.ts';
import type { OutboxEntry } from './outbox-entry.ts';
import { onUpdates, updateNow } from './updates.ts';

export function useOutbox(): Outbox {
  return useSyncExternalStore(onOutbox, outboxNow);
}

/** What waits of one opportunity or person. */
export function useWaiting(recordId: string): readonly OutboxEntry[] {
  const { entries } = useOutbox();
  return useMemo(() => entries.filter((one) => one.recordId === recordId && !one.undo), [entries, recordId]);
}

export function useConnection(): Connection {
  return useSyncExternalStore(onConnection, connectionNow);
}

/** Whether a newer build of the app stands ready. */
export function useUpdateReady(): boolean {
  return useSyncExternalStore(onUpdates, updateNow);
}
