import { useTranslation } from 'react-i18next';
import { useFormat } from '../../ui/use-format.ts';

/** 0.12 → "ongeveer 1 op de 8": a chance in words; never *kans*, which is the opportunity. */
export function useOneIn(): (share: number) => string {
  const { t } = useTranslation('worth');
  const format = useFormat();
  return (share) => (share > 0 && share <= 0.5 ? t('oneIn', { count: Math.round(1 / share) }) : format.percent(share));
}
