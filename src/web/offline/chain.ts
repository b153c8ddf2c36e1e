import type { OutboxEntry } from './outbox-entry.ts';

/** The first that may be sent: of each record in order, and nothing past one that waits for the user's choice. */
export function nextToSend(entries: readonly OutboxEntry[]): OutboxEntry | undefined {
  const held = new Set<string>();
  for (const entry of entries) {
    if (held.has(entry.recordId)) continue;
    if (!entry.refusal) return entry;
    held.add(entry.recordId);
  }
  return undefined;
}

/** What the server said after one of them: `held` of the opportunity after a moment, and the record's version. */
export type Taken = { version?: number | undefined; held?: number | undefined };

/** Those behind it, made knowing the one before: they stand on what the server made of that. Only those that change are answered. */
export function rebased(entries: readonly OutboxEntry[], after: OutboxEntry, taken: Taken): OutboxEntry[] {
  const behind = entries.filter((one) => one.recordId === after.recordId && one.order > after.order);
  // Only the next moment: one behind it was made knowing that one too.
  const nextLog = behind.find((one) => one.kind === 'log');
  return behind.flatMap((one): OutboxEntry[] => {
    if (one.kind !== 'log') return taken.version === undefined ? [] : [{ ...one, ...withVersion(one, taken.version) }];
    if (one !== nextLog || taken.held === undefined) return [];
    return [{ ...one, body: { ...one.body, expectedHeld: taken.held } }];
  });
}

function withVersion(entry: Exclude<OutboxEntry, { kind: 'log' }>, version: number): OutboxEntry {
  return entry.kind === 'plan'
    ? { ...entry, body: { ...entry.body, version } }
    : { ...entry, body: { ...entry.body, version } };
}

/** One is taken out before it was sent: the moments behind it get a number less. */
export function withoutOne(entries: readonly OutboxEntry[], gone: OutboxEntry): OutboxEntry[] {
  if (gone.kind !== 'log') return [];
  return entries.flatMap((one): OutboxEntry[] => {
    const behind = one.kind === 'log' && one.recordId === gone.recordId && one.order > gone.order;
    if (!behind || one.body.expectedHeld === undefined) return [];
    return [{ ...one, body: { ...one.body, expectedHeld: Math.max(0, one.body.expectedHeld - 1) } }];
  });
}

/** The number of moments that the server does not know of yet. */
export function heldWaiting(entries: readonly OutboxEntry[], opportunityId: string): number {
  return entries.filter((one) => one.kind === 'log' && one.recordId === opportunityId && !one.undo).length;
}
