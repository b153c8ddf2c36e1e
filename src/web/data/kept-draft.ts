import { useReducer, useState } from 'react';

/** By what it is a draft of. As long as the page is open: a press beside a sheet closes it, and what was typed is not gone with it. */
const kept = new Map<string, Record<string, string>>();

type KeptDraft<T> = {
  draft: T;
  set: (change: Partial<T>) => void;
  /** It lay here already when it was opened. */
  wasKept: boolean;
  /** It was saved or sent, or is begun anew. */
  forget: () => void;
};

/** Fields that are typed and not saved yet. `begun`: what they hold before anything is typed. */
export function useKeptDraft<T extends Record<string, string>>(key: string, begun: T): KeptDraft<T> {
  const [, drawAgain] = useReducer((count: number) => count + 1, 0);
  const [found, setFound] = useState(() => (kept.has(key) ? key : null));
  return {
    draft: { ...begun, ...kept.get(key) },
    set(change) {
      kept.set(key, { ...begun, ...kept.get(key), ...change });
      drawAgain();
    },
    wasKept: found === key,
    forget() {
      kept.delete(key);
      setFound(null);
      drawAgain();
    },
  };
}
