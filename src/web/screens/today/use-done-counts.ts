import { useTranslation } from 'react-i18next';
import type { Today } from '#contract/today';

/** What was done today as counts with their words; what is zero is left out. */
export function useDoneCounts(today: Pick<Today, 'done'>): { name: string; count: number; word: string }[] {
  const { t } = useTranslation('today');
  const { moments, conversations, appointments, sales } = today.done;
  return [
    { name: 'moments', count: moments, word: t('doneMoments', { count: moments }) },
    { name: 'talks', count: conversations, word: t('doneTalks', { count: conversations }) },
    { name: 'appointments', count: appointments, word: t('doneAppointments', { count: appointments }) },
    { name: 'sales', count: sales, word: t('doneSales', { count: sales }) },
  ].filter(({ count }) => count > 0);
}
