import { useDeferredValue, type ReactNode } from 'react';

/**
 * What is below the fold, or asks the server something first: drawn after what is in sight, and in small pieces, so that a tap meanwhile
 * is answered. All of it at once on the screen, so that nothing jumps twice.
 */
export function Afterwards({ children }: { children: ReactNode }) {
  return useDeferredValue(true, false) && children;
}
