import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useLocation } from 'wouter';
import { levelAmong } from '#core/today/why';
import { useMayWrite } from '../../data/me.ts';
import { missedQuery } from '../../data/mirror.ts';
import type { ReviveItem } from '../../data/revive.ts';
import { useKeys } from '../../ui/use-keys.ts';
import { pageOf } from '../opportunity/who-is.ts';
import { PlanBar } from './plan-bar.tsx';
import { ReviveRow } from './revive-row.tsx';
import { useIntoToday } from './use-into-today.ts';

/** The ranked rows, those chosen, and the one act on them. */
export function ReviveList({ items, letLie }: { items: readonly ReviveItem[]; letLie: boolean }) {
  const { t } = useTranslation('revive');
  const mayWrite = useMayWrite();
  const [, navigate] = useLocation();
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  const [at, setAt] = useState(-1);
  const intoToday = useIntoToday();
  // Until 20 have ended a figure per minute says more than we know (product.md, "index").
  const enough = useQuery(missedQuery).data?.enough ?? false;
  const all = items.map((item) => item.perMinute);
  const mayChoose = mayWrite && !letLie;
  const ids = items.map((item) => item.opportunity.id).filter((id) => chosen.has(id));

  const choose = (id: string) =>
    setChosen((before) => new Set(before.has(id) ? [...before].filter((one) => one !== id) : [...before, id]));
  const current = items[at];
  useKeys({
    j: () => setAt(Math.min(at + 1, items.length - 1)),
    k: () => setAt(Math.max(at - 1, 0)),
    x: current && mayChoose ? () => choose(current.opportunity.id) : undefined,
    Enter: current ? () => navigate(pageOf(current.opportunity)) : undefined,
    t: current && mayWrite ? () => intoToday.mutate(current) : undefined,
  });

  return (
    <>
      <ol className="revive__list" aria-label={t('list')}>
        {items.map((item, index) => (
          <ReviveRow
            key={item.opportunity.id}
            item={item}
            level={enough ? null : levelAmong(item.perMinute, all)}
            selected={index === at}
            chosen={mayChoose ? chosen.has(item.opportunity.id) : null}
            onChoose={() => choose(item.opportunity.id)}
          />
        ))}
      </ol>
      {mayChoose && <PlanBar ids={ids} available={items.length} onDone={() => setChosen(new Set())} />}
    </>
  );
}
