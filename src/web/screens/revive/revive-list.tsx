import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useLocation } from 'wouter';
import { levelAmong } from '#core/today/why';
import { useMayWrite } from '../../data/me.ts';
import { missedQuery } from '../../data/mirror.ts';
import type { ReviveItem } from '../../data/revive.ts';
import { useFormat } from '../../ui/use-format.ts';
import { useKeys } from '../../ui/use-keys.ts';
import { pageOf } from '../opportunity/who-is.ts';
import { PlanBar } from './plan-bar.tsx';
import { ReviveRow } from './revive-row.tsx';
import { useIntoToday } from './use-into-today.ts';

type Props = { items: readonly ReviveItem[]; newPerMinute: number; letLie: boolean };

/** The ranked rows, those chosen, and the one act on them; apart from them whom one's own figures say to let rest. */
export function ReviveList({ items: all, newPerMinute, letLie }: Props) {
  const { t } = useTranslation('revive');
  const format = useFormat();
  const mayWrite = useMayWrite();
  const [, navigate] = useLocation();
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  const [at, setAt] = useState(-1);
  const intoToday = useIntoToday();
  // Until 20 have ended a figure per minute says more than we know (product.md, "index").
  const enough = useQuery(missedQuery).data?.enough ?? false;
  const rates = all.map((item) => item.perMinute);
  const resting = all.filter((item) => item.advice === 'stop');
  const items = [...all.filter((item) => item.advice !== 'stop'), ...resting];
  const worth = items.length - resting.length;
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

  const row = (item: ReviveItem, index: number) => (
    <ReviveRow
      key={item.opportunity.id}
      item={item}
      level={enough ? null : levelAmong(item.perMinute, rates)}
      selected={index === at}
      chosen={mayChoose ? chosen.has(item.opportunity.id) : null}
      onChoose={() => choose(item.opportunity.id)}
    />
  );

  return (
    <>
      {worth > 0 && (
        <ol className="revive__list" aria-label={t('list')}>
          {items.slice(0, worth).map(row)}
        </ol>
      )}
      {resting.length > 0 && (
        <section className="revive__rest" aria-labelledby="rest">
          <h2 id="rest">{t('rest')}</h2>
          <p className="muted">{t('restAbout', { fresh: format.perMinute(newPerMinute) })}</p>
          <ol className="revive__list" aria-labelledby="rest">
            {resting.map((item, index) => row(item, worth + index))}
          </ol>
        </section>
      )}
      {mayChoose && (ids.length > 0 || worth > 0) && (
        <PlanBar ids={ids} available={worth} onDone={() => setChosen(new Set())} />
      )}
    </>
  );
}
