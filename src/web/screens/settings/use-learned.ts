import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { Channel } from '#core/opportunity/vocabulary';
import { figuresQuery } from '../../data/figures.ts';
import { useFormat } from '../../ui/use-format.ts';
import { useAverageWords } from '../figures/use-average-words.ts';

/** What was learned beside each setting; nothing to say until something was. */
export function useLearned(): {
  ofChannel: (channel: Channel) => string | undefined;
  ofFinding: string | undefined;
  ofAverage: string | undefined;
} {
  const { t } = useTranslation('figures');
  const format = useFormat();
  const averageWords = useAverageWords();
  const { data } = useQuery(figuresQuery);
  const found = data ? data.acquisition.own + data.acquisition.others : 0;
  return {
    ofAverage: data && data.average.sales > 0 ? averageWords(data) : undefined,
    ofChannel: (channel) => {
      const learned = data?.channels.find((one) => one.channel === channel);
      const count = learned ? learned.own + learned.others : 0;
      return learned && count > 0 ? t('hint', { count, minutes: format.minutes(learned.minutes) }) : undefined;
    },
    ofFinding:
      data && (found > 0 || data.acquisition.spent > 0)
        ? t('hintFound', { count: found, minutes: format.minutes(data.acquisition.minutes) })
        : undefined,
  };
}
