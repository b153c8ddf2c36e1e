import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { missedQuery } from '../../data/mirror.ts';
import { ButtonTo } from '../../ui/button.tsx';
import { Page } from '../../ui/page.tsx';
import { EmptyState, ErrorState, Skeleton } from '../../ui/states.tsx';
import { FiguresLink } from '../figures/figures-link.tsx';
import { MissedSum } from './missed-sum.tsx';
import { MissedTable } from './missed-table.tsx';
import { MissedTotal } from './missed-total.tsx';
import './missed.css';

/** "Nog te halen": what those let go without a no may still bring; with its range, its sum and what the time would cost. */
export function MissedScreen() {
  const { t } = useTranslation('missed');
  const missed = useQuery(missedQuery);
  return (
    <Page title={t('title')} about={t('about')}>
      {missed.isPending && <Skeleton height={180} rows={2} gap={16} />}
      {missed.isError && <ErrorState error={missed.error} onRetry={() => void missed.refetch()} />}
      {missed.data?.count === 0 && (
        <EmptyState
          title={t('emptyTitle')}
          acts={
            <ButtonTo kind="primary" to="/import">
              {t('emptyAct')}
            </ButtonTo>
          }
        >
          {t('emptyBody')}
        </EmptyState>
      )}
      {missed.data && missed.data.count > 0 && (
        <>
          <MissedTotal missed={missed.data} />
          <MissedSum missed={missed.data} />
          <MissedTable missed={missed.data} />
          <p className="muted small">{t('honest')}</p>
          <FiguresLink />
        </>
      )}
    </Page>
  );
}
