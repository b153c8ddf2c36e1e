import { useTranslation } from 'react-i18next';
import type { MissedRevenue } from '#contract/mirror';
import { useFormat } from '../../ui/use-format.ts';
import { useShareWords } from './share-words.ts';

/** The sum opened, in words: what was multiplied with what. */
export function MissedSum({ missed }: { missed: MissedRevenue }) {
  const { t } = useTranslation('missed');
  const format = useFormat();
  const shareWords = useShareWords();
  const money = format.wholeMoney;
  const about = format.estimate;
  const value = missed.rows.reduce((sum, row) => sum + row.value, 0);
  const lost = missed.gross - missed.net;
  return (
    <details className="missed__sum">
      <summary>{t('sumTitle')}</summary>
      <ol>
        <li>{t('sum1', { count: missed.count, n: format.number(missed.count), value: money(value) })}</li>
        {missed.withoutValue > 0 && (
          <li>
            {t('sumWithout', {
              count: missed.withoutValue,
              n: format.number(missed.withoutValue),
              average: money(missed.averageValue),
            })}
          </li>
        )}
        <li>{t('sum2', { share: shareWords(value > 0 ? missed.gross / value : 0) })}</li>
        <li>{t('sum3', { gross: about(missed.gross) })}</li>
        <li>{t('sum4', { low: about(missed.low), high: about(missed.high) })}</li>
        <li>
          {missed.net > 0
            ? t('sum5', { minutes: format.number(missed.expectedMinutes), lost: about(lost), net: about(missed.net) })
            : t('sum5zero', { minutes: format.number(missed.expectedMinutes) })}
        </li>
      </ol>
    </details>
  );
}
