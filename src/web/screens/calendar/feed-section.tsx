import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { CalendarAndPhone } from '#contract/calendar';
import { calendarActs } from '../../data/calendar.ts';
import { useAct } from '../../data/use-act.ts';
import { Button } from '../../ui/button.tsx';
import { useFormat } from '../../ui/use-format.ts';
import { Section } from '../settings/section.tsx';
import { Once } from './once.tsx';
import { StopSheet } from './stop-sheet.tsx';

/** The address at which one's own calendar reads one's next moments: shown once, replaced or stopped at any time. */
export function FeedSection({ feed }: { feed: CalendarAndPhone['feed'] }) {
  const { t } = useTranslation('calendar');
  const format = useFormat();
  const [address, setAddress] = useState<string | null>(null);
  const [stopping, setStopping] = useState(false);
  const make = useAct({ run: calendarActs.makeFeed });
  const stop = useAct({ run: calendarActs.stopFeed, says: () => t('feedStopped') });
  const day = (instant: string) => format.fullDate(instant.slice(0, 10));
  return (
    <Section id="feed" title={t('feed')} about={t('feedBody')}>
      {feed && address === null && (
        <p>
          {t('feedMade', { day: day(feed.createdAt) })}{' '}
          {feed.lastReadAt === null ? t('feedUnread') : t('feedRead', { day: day(feed.lastReadAt) })}
        </p>
      )}
      {address !== null && (
        <Once
          about={t('feedOnce')}
          values={[{ label: t('feedAddress'), text: address }]}
          onDone={() => setAddress(null)}
        />
      )}
      {address === null && (
        <div className="calendar__acts">
          <Button
            busy={make.isPending}
            onClick={() => make.mutate(undefined, { onSuccess: (made) => setAddress(made.address) })}
          >
            {feed ? t('feedNew') : t('feedMake')}
          </Button>
          {feed && (
            <Button kind="quiet" onClick={() => setStopping(true)}>
              {t('feedStop')}
            </Button>
          )}
        </div>
      )}
      {feed && address === null && <p className="muted small">{t('feedNewBody')}</p>}
      {stopping && (
        <StopSheet
          title={t('feedStopAsk')}
          body={t('feedStopBody')}
          act={t('feedStop')}
          busy={stop.isPending}
          onStop={() => stop.mutate(undefined, { onSuccess: () => setStopping(false) })}
          onClose={() => setStopping(false)}
        />
      )}
    </Section>
  );
}
