import { useTranslation } from 'react-i18next';
import type { Continuity } from '#contract/outlook';
import { useFormat } from '../../ui/use-format.ts';
import { useOutlookWords } from './use-outlook-words.ts';

/** How the figures come about, without formulas. */
export function OutlookSum({ outlook }: { outlook: Continuity }) {
  const { t } = useTranslation('outlook');
  const format = useFormat();
  const words = useOutlookWords();
  const { open, pace, months, weeks, firstShort } = outlook;
  const sum = (of: (month: (typeof months)[number]) => number) => months.reduce((total, month) => total + of(month), 0);
  const all = weeks.at(-1)?.cumulative;
  const average = format.wholeMoney(pace.value);
  return (
    <details className="outlook__sum">
      <summary className="unfold">{t('sumTitle')}</summary>
      <ol>
        <li>{t('sumCertain', { total: format.wholeMoney(sum((month) => month.certain)) })}</li>
        <li>
          {t('sumProbable', {
            count: open.count,
            value: format.wholeMoney(open.value),
            total: format.estimate(sum((month) => month.probable.mean)),
          })}{' '}
          {open.withoutValue > 0 && t('sumWithout', { count: open.withoutValue, average })}{' '}
          {open.beyond > 0 && t('sumBeyond', { count: open.beyond })}
        </li>
        <li>
          {t('sumPossible', {
            count: pace.count,
            weeks: pace.weeks,
            average,
            total: format.estimate(sum((month) => month.possible.mean)),
          })}{' '}
          {pace.fits < pace.perWeek * 0.995 &&
            t('sumFits', { pace: format.number(pace.perWeek, 1), fits: format.number(pace.fits, 1) })}
        </li>
        {all && <li>{t('sumRange', { low: format.estimate(all.low), high: format.estimate(all.high) })}</li>}
        <li>
          {t('sumDry')}{' '}
          {firstShort &&
            t('sumShort', { week: words.week(firstShort.fromOn), short: format.estimate(firstShort.short) })}
        </li>
      </ol>
    </details>
  );
}
