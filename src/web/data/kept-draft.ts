import { useReducer, useState } from 'react';
import { useMe } from './me.ts';

/** By what it is a draft of. As long as the page is open: a press beside a sheet closes it, and what was typed is not gone with it. */
const kept = new Map<string, Record<string, string>>();

type KeptDraft<T> = {
  draft: T;
  set: (change: Partial<T>) => void;
  /** It lay here already when it was opened. */
  wasKept: boolean;
  /** It was saved or sent, or is begun anew. */
  forget: () => void;
  /** What was typed for the one belongs to the other from now on. */
  handOn: (from: string, to: string) => void;
};

/** Fields that are typed and not saved yet. `begun`: what they hold before anything is typed. */
export function useKeptDraft<T extends Record<string, string>>(of: string, begun: T): KeptDraft<T> {
  // Of who is signed in: after a session that ended somebody else may sign in on the same page.
  const { id } = useMe().member;
  const key = `${id} ${of}`;
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
    handOn(from, to) {
      const typed = kept.get(`${id} ${from}`);
      kept.delete(`${id} ${from}`);
      if (typed) kept.set(`${id} ${to}`, typed);
    },
  };
}
