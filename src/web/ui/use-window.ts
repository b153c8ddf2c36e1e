import { type RefObject, useEffect, useState } from 'react';

/** Rows above and below what is seen, so that a fast scroll finds them there. */
const spare = 12;

type Seen = { from: number; to: number };

/**
 * Which of many rows of one height are to be in the page: those on the screen and some around them. `list` holds all of them in height
 * (count × height), whether the page scrolls or a box around it.
 */
export function useWindow(list: RefObject<HTMLElement | null>, count: number, height: number): Seen {
  const [seen, setSeen] = useState<Seen>({ from: 0, to: Math.min(count, 2 * spare) });
  useEffect(() => {
    let frame = 0;
    const look = () => {
      frame = 0;
      const top = list.current?.getBoundingClientRect().top ?? 0;
      const from = Math.max(0, Math.floor(-top / height) - spare);
      const to = Math.min(count, Math.ceil((window.innerHeight - top) / height) + spare);
      setSeen((before) => (before.from === from && before.to === to ? before : { from, to: Math.max(from, to) }));
    };
    const later = () => {
      if (frame === 0) frame = requestAnimationFrame(look);
    };
    look();
    // Captured: the scroll of a box inside does not bubble.
    document.addEventListener('scroll', later, { capture: true, passive: true });
    window.addEventListener('resize', later);
    return () => {
      cancelAnimationFrame(frame);
      document.removeEventListener('scroll', later, { capture: true });
      window.removeEventListener('resize', later);
    };
  }, [list, count, height]);
  return { from: Math.min(seen.from, count), to: Math.min(seen.to, count) };
}
