import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { doneQuery } from '../../data/today.ts';
import { useMe } from '../../data/me.ts';
import { useOutbox } from '../../offline/use-outbox.ts';
import { Page } from '../../ui/page.tsx';
import { EmptyState, ErrorState, Skeleton } from '../../ui/states.tsx';
import { useFormat } from '../../ui/use-format.ts';
import { PendingLines } from '../offline/pending-lines.tsx';
import { DoneLines } from './done-lines.tsx';
import { TodayTabs } from './today-tabs.tsx';
import { WhoElse } from './who-else.tsx';
import './today.css';

/** What was logged today, newest first, each with its way back. */
export function DoneScreen() {
  const { t } = useTranslation('today');
  const format = useFormat();
  const me = useMe();
  const done = useQuery(doneQuery);
  const { entries } = useOutbox();
  return (
    <Page title={t('doneTitle')} about={`${format.longDay(me.today)} · ${format.week(me.today)}`}>
      <TodayTabs />
      <PendingLines entries={entries} named />
      {done.isPending && <Skeleton height={64} rows={4} />}
      {done.isError && <ErrorState error={done.error} onRetry={() => void done.refetch()} />}
      {done.data?.items.length === 0 && entries.length === 0 && (
        <EmptyState title={t('doneEmpty')}>{t('doneEmptyBody')}</EmptyState>
      )}
      {done.data && done.data.items.length > 0 && <DoneLines items={done.data.items} />}
      <WhoElse />
    </Page>
  );
}
