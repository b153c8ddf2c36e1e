import { useTranslation } from 'react-i18next';
import type { TodayItem } from '#contract/today';
import { useFormat } from '../../ui/use-format.ts';
import { becomesSentence, whySentence } from './why-sentence.ts';

/** The reason of a line in one sentence. */
export function useWhy(): (item: TodayItem) => string {
  const { t } = useTranslation('why');
  const format = useFormat();
  return (item) => whySentence(t, { ...format, dayOf: (instant) => format.day(dayOf(instant, format.zone)) }, item);
}

/** Which contact this will be. */
export function useBecomes(): (item: TodayItem) => string {
  const { t } = useTranslation('why');
  return (item) => becomesSentence(t, item);
}

function dayOf(instant: string, zone: string): string {
  return new Intl.DateTimeFormat('en-CA', { timeZone: zone, year: 'numeric', month: '2-digit', day: '2-digit' }).format(
    new Date(instant),
  );
}
