import { useTranslation } from 'react-i18next';
import type { Today } from '#contract/today';

/** What tomorrow brings, in a sentence. */
export function Tomorrow({ today: { tomorrow, tomorrowMore } }: { today: Today }) {
  const { t } = useTranslation('today');
  if (tomorrow === 0) return t('tomorrowNone');
  return t(tomorrowMore ? 'tomorrowMore' : 'tomorrow', { count: tomorrow });
}
