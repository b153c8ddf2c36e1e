import type { State, StopKind } from '#core/opportunity/vocabulary';

/** What happened to an opportunity beside contact moments, as far as it decides its state. In the order in which it happened. */
export type StateEvent = {
  kind: 'created' | 'imported' | 'stopped' | 'won' | 'revived';
  /** Of `imported`: the state that the file gave it. */
  reason: string | null;
  stopKind: StopKind | null;
};

/** The state that its events leave an opportunity in; null when none of them says one. */
export function stateOfEvents(events: readonly StateEvent[]): { state: State; stopKind: StopKind | null } | null {
  const last = events.at(-1);
  if (!last) return null;
  switch (last.kind) {
    case 'created':
    case 'revived':
      return { state: 'open', stopKind: null };
    case 'won':
      return { state: 'won', stopKind: null };
    case 'stopped':
      return { state: 'stopped', stopKind: last.stopKind };
    case 'imported':
      if (last.reason !== 'open' && last.reason !== 'won' && last.reason !== 'stopped') return null;
      return { state: last.reason, stopKind: last.stopKind };
  }
}
