import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Timer } from 'lucide-react';
import { prospectingActs, prospectingQuery } from '../../data/prospecting.ts';
import { useAct } from '../../data/use-act.ts';
import { Button } from '../../ui/button.tsx';
import './prospecting.css';

/** At the end of the list, where there is time for it: one tap, and the timer runs. */
export function StartProspecting() {
  const { t } = useTranslation('prospecting');
  const { data } = useQuery(prospectingQuery);
  const start = useAct({
    run: prospectingActs.start,
    says: () => t('started'),
    change: (out) => out.changeId,
  });
  if (!data || data.running) return null;
  return (
    <div className="prospecting__start">
      <p className="muted small">{t('startAbout')}</p>
      <Button
        icon={<Timer size={18} aria-hidden="true" />}
        busy={start.isPending}
        onClick={() => start.mutate(undefined)}
      >
        {t('start')}
      </Button>
    </div>
  );
}
