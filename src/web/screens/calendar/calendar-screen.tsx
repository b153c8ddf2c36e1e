import { useQuery } from '@tanstack/react-query';
import { ChevronLeft } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import { calendarQuery } from '../../data/calendar.ts';
import { Page } from '../../ui/page.tsx';
import { ErrorState, Skeleton } from '../../ui/states.tsx';
import { AnswersSection } from './answers-section.tsx';
import { ConnectionSection } from './connection-section.tsx';
import { FeedSection } from './feed-section.tsx';
import { PhonesSection } from './phones-section.tsx';
import '../settings/settings.css';
import './calendar.css';

/** One's next moments in one's own calendar, and one's people on one's telephone. */
export function CalendarScreen() {
  const { t } = useTranslation('calendar');
  const calendar = useQuery(calendarQuery);
  return (
    <Page
      title={t('title')}
      about={t('body')}
      before={
        <Link href="/settings" className="page__back">
          <ChevronLeft size={18} aria-hidden="true" /> {t('back')}
        </Link>
      }
    >
      {calendar.isPending && <Skeleton height={140} rows={2} />}
      {calendar.isError && <ErrorState error={calendar.error} onRetry={() => void calendar.refetch()} />}
      {calendar.data && (
        <>
          <ConnectionSection connection={calendar.data.connection} />
          <FeedSection feed={calendar.data.feed} />
          <PhonesSection phones={calendar.data.phones} />
          <AnswersSection />
        </>
      )}
    </Page>
  );
}
