import { useTranslation } from 'react-i18next';
import type { FiguresOf } from '#contract/figures';
import { useFormat } from '../../ui/use-format.ts';

/** What a sale is worth on average, and what that rests on. */
export function useAverageWords(): (figures: FiguresOf) => string {
  const { t } = useTranslation('figures');
  const format = useFormat();
  return ({ averageValue, average: { guess, sales, on } }) =>
    sales === 0 || on === null
      ? t('averageGuess', { average: format.wholeMoney(averageValue) })
      : t('averageLearned', {
          average: format.wholeMoney(averageValue),
          guess: format.wholeMoney(guess),
          count: sales,
          day: format.shortDay(on),
        });
}
