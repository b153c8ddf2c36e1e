import { useTranslation } from 'react-i18next';
import type { Need } from '#contract/outlook';
import * as format from '#i18n/format';
import { useFormat } from '../../ui/use-format.ts';
import { thirdOf } from './rough-day.ts';

export function useOutlookWords() {
  const { t } = useTranslation('outlook');
  const { language, today } = useFormat();
  const month = (day: string) => format.monthName(language, day, today);
  return {
    /** `maart`, with the year when it is another: `maart 2027`. */
    month,
    /** `half maart`: a forecast knows no days. */
    rough: (day: string) => t(thirdOf(day), { month: month(day) }),
    week: (day: string) => format.weekNumber(day),
    nameOf: ({ name, kind }: Pick<Need, 'name' | 'kind'>) => name || t(`kind.${kind}`),
  };
}
