import { useQueries } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { Opportunity } from '#contract/opportunity';
import { worthQuery } from '../../data/opportunities.ts';
import { useFormat } from '../../ui/use-format.ts';

/** Nobody has more open with one person; whoever has sees no sum that is not whole. */
const mostOpen = 10;

/** Time spent with a person beside what is still to expect of them, so that a good stop gets its due too (product.md, row 6). */
export function Effort({ minutes, open }: { minutes: number; open: readonly Opportunity[] }) {
  const { t } = useTranslation('spent');
  const format = useFormat();
  const worths = useQueries({ queries: open.slice(0, mostOpen).map((one) => worthQuery(one.id)) });
  const known = worths.flatMap((one) => one.data ?? []);
  const whole = known.length === open.length && known.length > 0;
  if (minutes === 0 && open.length === 0) return null;
  const sum = (of: 'stillToGain' | 'stillToGainLow' | 'stillToGainHigh') =>
    format.estimate(known.reduce((total, one) => total + one[of], 0));
  const worse = whole && known.every((one) => one.perMinute < one.newPerMinute);
  return (
    <section aria-labelledby="effort">
      <h2 id="effort">{t('person')}</h2>
      <p className="number">
        {t('personSpent', { time: format.duration(minutes) })}
        {whole && (
          <>
            {' · '}
            {t('personExpected', {
              amount: sum('stillToGain'),
              low: sum('stillToGainLow'),
              high: sum('stillToGainHigh'),
            })}
          </>
        )}
      </p>
      {whole && <p className="muted small">{t('personExpectedOf', { count: open.length })}</p>}
      {worse && <p className="muted small">{t('personWorse')}</p>}
    </section>
  );
}
