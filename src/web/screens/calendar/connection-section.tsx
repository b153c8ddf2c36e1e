import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { CalendarConnection } from '#contract/calendar';
import { calendarActs } from '../../data/calendar.ts';
import { useAct } from '../../data/use-act.ts';
import { Button } from '../../ui/button.tsx';
import { Section } from '../settings/section.tsx';
import { ConnectForm } from './connect-form.tsx';
import { ReadSteps } from './read-steps.tsx';
import { StopSheet } from './stop-sheet.tsx';
import { WorkingDay } from './working-day.tsx';

/** One's own calendar, read along: for the time that is free, and to ask how a meeting went. */
export function ConnectionSection({ connection }: { connection: CalendarConnection | null }) {
  const { t } = useTranslation('calendar');
  const [changing, setChanging] = useState(false);
  const [stopping, setStopping] = useState(false);
  const read = useAct({ run: calendarActs.read });
  const stop = useAct({ run: calendarActs.disconnect, says: () => t('ownStopped') });
  return (
    <Section id="own" title={t('own')} about={t('ownBody')}>
      {connection === null || changing ? (
        <ConnectForm before={connection} onDone={() => setChanging(false)} />
      ) : (
        <>
          <p>
            <strong>{connection.address}</strong>
            {connection.userName !== null && <span className="muted"> · {connection.userName}</span>}
          </p>
          <ReadSteps connection={connection} />
          <div className="calendar__acts">
            <Button busy={read.isPending} onClick={() => read.mutate(undefined)}>
              {t('ownRead')}
            </Button>
            <Button kind="quiet" onClick={() => setChanging(true)}>
              {t('ownChange')}
            </Button>
            <Button kind="quiet" onClick={() => setStopping(true)}>
              {t('ownStop')}
            </Button>
          </div>
          <WorkingDay key={connection.version} connection={connection} />
        </>
      )}
      {stopping && (
        <StopSheet
          title={t('ownStopAsk')}
          body={t('ownStopBody')}
          act={t('ownStop')}
          busy={stop.isPending}
          onStop={() => stop.mutate(undefined, { onSuccess: () => setStopping(false) })}
          onClose={() => setStopping(false)}
        />
      )}
    </Section>
  );
}
