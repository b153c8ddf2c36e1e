import { useTranslation } from 'react-i18next';
import { useFormat } from '../../ui/use-format.ts';

/** A chance as people say it: "ongeveer 1 op de 8". From one in two on, as a percentage. */
export function useShareWords(): (share: number) => string {
  const { t } = useTranslation('missed');
  const format = useFormat();
  return (share) => {
    if (share < 0.01) return t('rarely');
    if (share >= 0.45) return format.percent(share);
    return t('oneIn', { n: format.number(1 / share) });
  };
}
