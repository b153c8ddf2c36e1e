import { useEffect, useRef, useState, type PointerEvent as ReactPointerEvent } from 'react';
import type { Opportunity } from '#contract/opportunity';

/** A finger that stays this long takes the card along; before that it scrolls. */
const holdMilliseconds = 260;
const farEnough = 6;
/** Nearer to the edge than this, the board scrolls along. */
const edge = 56;

export type Dragging = { card: Opportunity; x: number; y: number; width: number; over: string | null };

type Options = { board: () => HTMLElement | null; onDrop: (card: Opportunity, column: string) => void };

/**
 * Dragging with a mouse, a pen or a finger. What it does can be done by the card's menu as well (WCAG 2.5.7). A column says its key in
 * data-column, a card its id in data-card.
 */
export function useCardDrag({ board, onDrop }: Options) {
  const [dragging, setDragging] = useState<Dragging | null>(null);
  const drop = useRef(onDrop);
  const end = useRef<(() => void) | null>(null);
  useEffect(() => {
    drop.current = onDrop;
  });
  useEffect(() => () => end.current?.(), []);

  const begin = (card: Opportunity) => (down: ReactPointerEvent<HTMLElement>) => {
    if (down.button !== 0 || !down.isPrimary) return;
    if (down.target instanceof Element && down.target.closest('button, [popover]')) return;
    const { offsetWidth: width } = down.currentTarget;
    const touch = down.pointerType === 'touch';
    let now: Dragging | null = null;
    let frame = 0;

    const overAt = (x: number, y: number) =>
      document.elementsFromPoint(x, y).find((one) => one instanceof HTMLElement && one.dataset['column'] !== undefined);
    const show = (x: number, y: number) => {
      const over = overAt(x, y);
      now = {
        card,
        x,
        y,
        width,
        over: over instanceof HTMLElement ? (over.dataset['column'] ?? null) : null,
      };
      setDragging(now);
    };
    const scrollAlong = () => {
      frame = requestAnimationFrame(scrollAlong);
      const area = board();
      if (!now || !area) return;
      const { left, right } = area.getBoundingClientRect();
      if (now.x < left + edge) area.scrollLeft -= 14;
      else if (now.x > right - edge) area.scrollLeft += 14;
    };
    const take = (x: number, y: number) => {
      show(x, y);
      frame = requestAnimationFrame(scrollAlong);
    };
    const hold = touch ? setTimeout(() => take(down.clientX, down.clientY), holdMilliseconds) : undefined;

    const move = (event: PointerEvent) => {
      if (event.pointerId !== down.pointerId) return;
      if (now) show(event.clientX, event.clientY);
      else if (Math.hypot(event.clientX - down.clientX, event.clientY - down.clientY) > farEnough) {
        if (touch) finish();
        else take(event.clientX, event.clientY);
      }
    };
    const up = (event: PointerEvent) => {
      if (event.pointerId !== down.pointerId) return;
      const last = now;
      finish();
      if (last?.over) drop.current(card, last.over);
    };
    const stay = (event: TouchEvent) => {
      if (now) event.preventDefault();
    };
    // Letting go over the card's own link is no click on it.
    const silence = (event: MouseEvent) => {
      if (!now) return;
      event.preventDefault();
      event.stopPropagation();
    };
    const leave = (event: KeyboardEvent) => {
      if (event.key === 'Escape') finish();
    };
    const noGhost = (event: DragEvent) => event.preventDefault();
    const finish = () => {
      clearTimeout(hold);
      cancelAnimationFrame(frame);
      window.removeEventListener('pointermove', move);
      window.removeEventListener('pointerup', up);
      window.removeEventListener('pointercancel', finish);
      window.removeEventListener('touchmove', stay);
      window.removeEventListener('keydown', leave);
      window.removeEventListener('dragstart', noGhost);
      // The click comes after this.
      setTimeout(() => window.removeEventListener('click', silence, { capture: true }));
      end.current = null;
      setDragging(null);
    };
    window.addEventListener('pointermove', move);
    window.addEventListener('pointerup', up);
    window.addEventListener('pointercancel', finish);
    window.addEventListener('touchmove', stay, { passive: false });
    window.addEventListener('keydown', leave);
    window.addEventListener('dragstart', noGhost);
    window.addEventListener('click', silence, { capture: true });
    end.current = finish;
  };

  return { dragging, begin };
}
