import { Check, Circle, X } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { readSteps, type CalendarConnection } from '#contract/calendar';
import { useWhen } from '../offline/offline-bar.tsx';

/** How far the last reading came, step by step; where it stopped, why, and when it is tried again. */
export function ReadSteps({ connection }: { connection: CalendarConnection }) {
  const { t } = useTranslation('calendar');
  const when = useWhen();
  const { step, error, readAt, nextAt, leftOut, calendars } = connection;
  const reached = step === null ? -1 : readSteps.indexOf(step);
  return (
    <div className="steps-read">
      <ol>
        {readSteps.map((one, at) => {
          const state = at < reached || (at === reached && !error) ? 'done' : at === reached ? 'failed' : 'open';
          const Icon = state === 'done' ? Check : state === 'failed' ? X : Circle;
          return (
            <li key={one} className={`steps-read__${state}`}>
              <Icon size={18} aria-hidden="true" />
              <span>
                {t(`step.${one}`)}
                <span className="only-read">: {t(`stepState.${state}`)}</span>
                {state === 'failed' && error && <strong className="steps-read__why"> {t(`readError.${error}`)}</strong>}
              </span>
            </li>
          );
        })}
      </ol>
      <p className="muted small">
        {readAt === null ? t('ownNotRead') : t('ownReadAt', { when: when(readAt), count: calendars })}{' '}
        {t('ownNext', { when: when(nextAt) })} {leftOut > 0 && t('ownLeftOut', { count: leftOut })}
      </p>
    </div>
  );
}
