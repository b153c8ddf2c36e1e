import { useState } from 'react';
import { useLocation } from 'wouter';
import type { TodayItem } from '#contract/today';
import type { Channel } from '#core/opportunity/vocabulary';
import { useMayWrite } from '../../data/me.ts';
import { useKeys } from '../../ui/use-keys.ts';
import { useReach } from '../log/use-reach.ts';
import { pageOf } from '../opportunity/who-is.ts';
import { useSheets } from '../shell/sheets.tsx';

/** j/k walk through the plan; Enter, l, b, m, w, s, i and . act on the line they are at. Answers which line that is. */
export function usePlanKeys(items: readonly TodayItem[]): number {
  const [at, setAt] = useState(0);
  const [walked, setWalked] = useState(false);
  const [, navigate] = useLocation();
  const sheets = useSheets();
  const mayWrite = useMayWrite();
  const here = Math.min(at, Math.max(0, items.length - 1));
  const opportunity = items[here]?.opportunity;

  const walk = (by: number) => () => {
    setWalked(true);
    setAt(Math.min(Math.max(0, here + by), Math.max(0, items.length - 1)));
  };
  const reachOut = useReach();
  const reach = (channel: Channel) => () => {
    if (opportunity) reachOut(opportunity, channel);
  };
  const writes = mayWrite && opportunity;
  useKeys({
    j: walk(1),
    k: walk(-1),
    Enter: opportunity && (() => navigate(pageOf(opportunity))),
    l: writes ? () => sheets.open({ kind: 'log', opportunity }) : undefined,
    s: writes ? () => sheets.open({ kind: 'plan', opportunity }) : undefined,
    b: writes ? reach('call') : undefined,
    m: writes ? reach('email') : undefined,
    w: writes ? reach('message') : undefined,
    i: writes ? () => sheets.open({ kind: 'know', opportunity }) : undefined,
    '.': opportunity && (() => sheets.open({ kind: 'worth', opportunity })),
  });
  // Until a key is used nothing is marked: the card on top speaks for itself.
  return walked ? here : -1;
}
