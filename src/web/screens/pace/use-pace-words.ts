import { useTranslation } from 'react-i18next';
import type { Pace } from '#contract/pace';
import { useFormat } from '../../ui/use-format.ts';

type Carried = Pace['choices'][number];

const quarterDays = 90;
const daysAMonth = 30.4;

/** What minutes carry, in words: how many in full, and how often the others come by. */
export function usePaceWords() {
  const { t } = useTranslation('pace');
  const format = useFormat();
  const often = (slowEveryDays: number | null) =>
    slowEveryDays === null || slowEveryDays <= quarterDays
      ? t('quarterly')
      : t('everyMonths', { count: Math.round(slowEveryDays / daysAMonth) });
  return {
    often,
    /** `ongeveer 22 actief, de andere 380 elk kwartaal één keer`. */
    carried: ({ fits, rest, slowEveryDays }: Carried, pace: Pace) =>
      rest === 0
        ? t('choiceAll', { open: format.number(pace.open) })
        : t('choiceFits', {
            fits: format.number(fits),
            rest: pace.openMore ? t('moreThan', { n: format.number(rest) }) : format.number(rest),
            often: often(slowEveryDays),
          }),
  };
}
