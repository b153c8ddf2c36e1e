import { useInfiniteQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { outboxShelves, type OutboxShelf } from '#contract/outbox';
import { outboxQuery } from '../../data/mail.ts';
import { Button } from '../../ui/button.tsx';
import { Chips } from '../../ui/chips.tsx';
import { Page } from '../../ui/page.tsx';
import { EmptyState, ErrorState, Skeleton } from '../../ui/states.tsx';
import { useFormat } from '../../ui/use-format.ts';
import { MailLine } from './mail-line.tsx';
import './outbox.css';

/** What waits, what went, and what somebody has to look at. */
export function OutboxScreen() {
  const { t } = useTranslation('outbox');
  const format = useFormat();
  const [chosen, setChosen] = useState<OutboxShelf | null>(null);
  const first = useInfiniteQuery(outboxQuery(chosen ?? 'waiting'));
  const counts = first.data?.pages[0]?.counts;
  // Opens where somebody is needed, unless one chose.
  const shelf = chosen ?? (counts && counts.attention > 0 ? 'attention' : 'waiting');
  const query = useInfiniteQuery(outboxQuery(shelf));
  const items = query.data?.pages.flatMap((page) => page.items) ?? [];
  const route = query.data?.pages[0]?.route;
  return (
    <Page title={t('title')} about={t('about')}>
      {route?.by === 'nothing' && (
        <section className="notice" aria-label={t('noServer')}>
          <p>
            <strong>{t('noServer')}.</strong> {t('noServerBody')}
          </p>
        </section>
      )}
      <Chips
        look="row"
        legend={t('title')}
        value={shelf}
        options={outboxShelves.map((one) => ({
          value: one,
          label: (
            <>
              {t(`shelf.${one}`)}
              {counts && counts[one] > 0 && <span className="outbox__count number"> {format.number(counts[one])}</span>}
            </>
          ),
        }))}
        onChange={setChosen}
      />
      {query.isPending && <Skeleton height={88} rows={3} />}
      {query.isError && <ErrorState error={query.error} onRetry={() => void query.refetch()} />}
      {query.data && items.length === 0 && (
        <EmptyState title={t(`none.${shelf}`)}>{shelf !== 'attention' && <p>{t('noneBody')}</p>}</EmptyState>
      )}
      {items.length > 0 && (
        <ul className="outbox">
          {items.map((mail) => (
            <MailLine key={mail.id} mail={mail} />
          ))}
        </ul>
      )}
      {query.hasNextPage && (
        <div>
          <Button busy={query.isFetchingNextPage} onClick={() => void query.fetchNextPage()}>
            {t('more')}
          </Button>
        </div>
      )}
    </Page>
  );
}
