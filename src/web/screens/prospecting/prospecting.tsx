import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Timer } from 'lucide-react';
import { useMayWrite } from '../../data/me.ts';
import { prospectingActs, prospectingQuery } from '../../data/prospecting.ts';
import { useAct } from '../../data/use-act.ts';
import { Button } from '../../ui/button.tsx';
import { useFormat } from '../../ui/use-format.ts';
import { useSheets } from '../shell/sheets.tsx';
import { useDayOf } from './use-day-of.ts';
import './prospecting.css';

/** While the timer of looking for new customers runs it stands on top of Today, and a forgotten one is asked about. Else nothing. */
export function Prospecting() {
  const { t } = useTranslation('prospecting');
  const format = useFormat();
  const dayOf = useDayOf();
  const sheets = useSheets();
  const mayWrite = useMayWrite();
  const { data } = useQuery({ ...prospectingQuery, enabled: mayWrite });
  const stop = useAct({
    run: prospectingActs.stop,
    change: (out) => out.changeId,
  });
  const running = data?.running;
  const asked = data?.items.find((one) => one.capped);
  if (running) {
    const day = dayOf(running.startedAt);
    const time = format.clock(running.startedAt);
    return (
      <section className="prospecting" aria-labelledby="prospecting">
        <Timer size={20} aria-hidden="true" />
        <div className="prospecting__what">
          <h2 id="prospecting">{t(running.forgotten ? 'forgotten' : 'running')}</h2>
          <p className="small number">
            {[
              day === format.today ? t('since', { time }) : t('sinceDay', { day: format.shortDay(day), time }),
              ...(running.made > 0 ? [t('found', { count: running.made })] : []),
            ].join(' · ')}
          </p>
        </div>
        <Button
          busy={stop.isPending}
          onClick={() =>
            stop.mutate(running.id, {
              onSuccess: (out) =>
                sheets.open({ kind: 'prospecting', prospecting: out.prospecting, stoppedBy: out.changeId }),
            })
          }
        >
          {t('stop')}
        </Button>
      </section>
    );
  }
  if (!asked) return null;
  return (
    <section className="prospecting" aria-labelledby="prospecting">
      <Timer size={20} aria-hidden="true" />
      <h2 id="prospecting" className="prospecting__what">
        {t('ask', { day: format.day(dayOf(asked.startedAt)) })}
      </h2>
      <Button onClick={() => sheets.open({ kind: 'prospecting', prospecting: asked, stoppedBy: null })}>
        {t('askAct')}
      </Button>
    </section>
  );
}
