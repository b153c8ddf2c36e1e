/** Tells the sender of this process that something was queued. Nothing depends on it: its job looks every minute too. */
const listeners = new Set<() => void>();

export function ring(): void {
  for (const listener of listeners) listener();
}

/** Answers how to stop listening. */
export function onRing(listener: () => void): () => void {
  listeners.add(listener);
  return () => void listeners.delete(listener);
}
