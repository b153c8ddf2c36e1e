import type { RefObject } from 'react';
import { useKeys } from '../../ui/use-keys.ts';

/** Cards by keyboard: up and down in a column, left and right between them, `v` opens "move to…", `l` logs. */
export function useBoardKeys(area: RefObject<HTMLElement | null>, log: (id: string) => void): void {
  const cards = (column: Element | null | undefined) => [
    ...(column?.querySelectorAll<HTMLElement>('[data-card]') ?? []),
  ];
  const focus = (card: HTMLElement | undefined) => {
    const link = card?.querySelector('a');
    link?.focus();
    link?.scrollIntoView({ block: 'nearest', inline: 'nearest' });
  };
  const here = () => {
    const active = document.activeElement;
    const card = active?.closest<HTMLElement>('[data-card]') ?? null;
    return { card, column: card?.closest('[data-column]') ?? null };
  };
  const walk = (step: 1 | -1) => () => {
    const { card, column } = here();
    if (!card) return focus(cards(area.current)[0]);
    const all = cards(column);
    focus(all[all.indexOf(card) + step]);
  };
  const cross = (step: 1 | -1) => () => {
    const { card, column } = here();
    if (!card) return focus(cards(area.current)[0]);
    const filled = [...(area.current?.querySelectorAll('[data-column]') ?? [])].filter((one) => cards(one).length > 0);
    const to = filled[filled.findIndex((one) => one === column) + step];
    const place = cards(column).indexOf(card);
    const there = cards(to);
    focus(there[Math.min(place, there.length - 1)]);
  };
  useKeys({
    j: walk(1),
    k: walk(-1),
    ArrowDown: walk(1),
    ArrowUp: walk(-1),
    ArrowRight: cross(1),
    ArrowLeft: cross(-1),
    v: () => here().card?.querySelector<HTMLElement>('[aria-haspopup="menu"]')?.click(),
    l: () => {
      const id = here().card?.dataset['card'];
      if (id) log(id);
    },
  });
}
