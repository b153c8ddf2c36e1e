import { useTranslation } from 'react-i18next';
import type { Worth } from '#contract/opportunity';
import { useFormat } from '../../ui/use-format.ts';

/** How much one's own figures weigh now against the article, here and for a new prospect. */
export function useWeights(): (worth: Worth) => string {
  const { t } = useTranslation('worth');
  const format = useFormat();
  return (worth) =>
    t('own', {
      here: format.percent(worth.ownWeight),
      fresh: format.percent(worth.fresh.ownWeight),
      ended: format.number(worth.ended),
    });
}
