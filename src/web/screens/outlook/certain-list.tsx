import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Pencil, Plus } from 'lucide-react';
import { Link } from 'wouter';
import type { CertainItem, Continuity, Contract } from '#contract/outlook';
import { useMayWrite } from '../../data/me.ts';
import { contractsQuery } from '../../data/outlook.ts';
import { Button } from '../../ui/button.tsx';
import { useFormat } from '../../ui/use-format.ts';
import { ContractSheet } from './contract-sheet.tsx';
import { OverdueList } from './overdue-list.tsx';
import { PaidButton } from './paid-button.tsx';

/** What is certain, sum by sum, and how much of it hangs on one customer. */
export function CertainList({ outlook, leads }: { outlook: Continuity; leads: boolean }) {
  const { t } = useTranslation('outlook');
  const format = useFormat();
  const mayWrite = useMayWrite();
  const contracts = useQuery({ ...contractsQuery, enabled: leads });
  const [sheet, setSheet] = useState<'new' | Contract | null>(null);
  const { certainItems: items, certainCount: count, overdue, largest } = outlook;
  const total = outlook.months.reduce((sum, month) => sum + month.certain, 0);
  const ifRenewed = outlook.months.reduce((sum, month) => sum + month.ifRenewed, 0);
  return (
    <section className="card outlook__list" aria-labelledby="certain">
      <header>
        <h2 id="certain">{t('certainTitle')}</h2>
        {leads && (
          <Button icon={<Plus size={18} aria-hidden="true" />} onClick={() => setSheet('new')}>
            {t('contractAdd')}
          </Button>
        )}
      </header>
      {(count > 0 || overdue.count === 0) && (
        <p>
          {count === 0 ? t('certainNone') : t('certainAbout', { count, total: format.wholeMoney(total) })}{' '}
          {ifRenewed > 0 && t('certainRenewed', { amount: format.wholeMoney(ifRenewed) })}
        </p>
      )}
      {items.length > 0 && (
        <ul className="outlook__rows">
          {items.map((item, place) => (
            // A viewer gets no ids; the list is as the server ordered it.
            // eslint-disable-next-line react/no-array-index-key
            <li key={item.id ?? place}>
              <ItemText item={item} />
              {mayWrite && item.kind === 'unpaid' && item.id && (
                <PaidButton id={item.id} customer={item.customer ?? ''} />
              )}
              {leads && item.kind === 'contract' && (
                <button
                  type="button"
                  className="menu__button"
                  aria-label={t('edit', { name: item.customer ?? '' })}
                  onClick={() => setSheet(contracts.data?.items.find(({ id }) => id === item.id) ?? null)}
                >
                  <Pencil size={18} aria-hidden="true" />
                </button>
              )}
            </li>
          ))}
        </ul>
      )}
      {largest && (
        <p>
          {largest.customer
            ? t('largest', { share: format.percent(largest.share), customer: largest.customer })
            : t('largestHidden', { share: format.percent(largest.share) })}{' '}
          <span className="muted">
            {t('largestSum', { amount: format.wholeMoney(largest.amount), of: format.wholeMoney(largest.of) })}
          </span>
        </p>
      )}
      <OverdueList overdue={overdue} />
      {sheet !== null && <ContractSheet contract={sheet === 'new' ? null : sheet} onClose={() => setSheet(null)} />}
    </section>
  );
}

function ItemText({ item }: { item: CertainItem }) {
  const { t } = useTranslation('outlook');
  const format = useFormat();
  const name = item.customer ?? t('customerHidden');
  const amount = format.money(item.amount);
  const what = t(`item.${item.kind}`, { amount, day: format.day(item.fromOn) });
  const until =
    item.kind === 'unpaid'
      ? null
      : item.untilOn === null
        ? t('itemRunsOn')
        : t(item.renews ? 'itemRenews' : 'itemUntil', { day: format.shortDay(item.untilOn) });
  return (
    <div>
      <p>{item.personId ? <Link href={`/persons/${item.personId}`}>{name}</Link> : <strong>{name}</strong>}</p>
      <p className="muted small">{[what, until].filter(Boolean).join(' · ')}</p>
    </div>
  );
}
