import { useEffect, useRef, type RefObject } from 'react';

/**
 * Gives the focus to what has just been asked for (a field that a tap opened, the one field of a form). Not for what
 * appears by itself: that would move somebody who is reading.
 */
export function useFirstFocus<T extends HTMLElement>(): RefObject<T | null> {
  const ref = useRef<T>(null);
  useEffect(() => ref.current?.focus(), []);
  return ref;
}
