import type { UseQueryResult } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { Opportunity, Worth } from '#contract/opportunity';
import { Skeleton } from '../../ui/states.tsx';
import { useFormat } from '../../ui/use-format.ts';
import { useOneIn, WorthFacts } from '../worth/worth-facts.tsx';

/** What letting go would leave: the amount with its range, the sum on tap, and what they said themselves. */
export function StillToGain({ opportunity, worth }: { opportunity: Opportunity; worth: UseQueryResult<Worth> }) {
  const { t } = useTranslation('stop');
  const format = useFormat();
  const oneIn = useOneIn();
  return (
    <section className="stop__gain" aria-label={t('stillToGain')}>
      {worth.isPending && <Skeleton height={60} />}
      {worth.data && (
        <>
          <p className="muted small">{t('stillToGain')}</p>
          <p className="stop__amount number">
            {format.estimate(worth.data.stillToGain)}{' '}
            <span className="muted">
              {t('range', {
                low: format.estimate(worth.data.stillToGainLow),
                high: format.estimate(worth.data.stillToGainHigh),
              })}
            </span>
          </p>
          <p>
            {t(opportunity.held === 0 ? 'numbersNone' : 'numbers', {
              held: opportunity.held,
              share: oneIn(worth.data.buyLater),
            })}
          </p>
          {worth.data.perMinute < worth.data.newPerMinute && (
            <p>
              {t('fairStop', {
                here: format.money(Math.round(worth.data.perMinute)),
                fresh: format.money(Math.round(worth.data.newPerMinute)),
              })}
            </p>
          )}
          <details className="stop__sum">
            <summary>{t('sum')}</summary>
            <WorthFacts worth={worth.data} />
          </details>
        </>
      )}
      {opportunity.keen && <Quote name={t('keen')} text={opportunity.keen} />}
      {opportunity.lastWords && <Quote name={t('lastWords')} text={opportunity.lastWords} />}
    </section>
  );
}

function Quote({ name, text }: { name: string; text: string }) {
  return (
    <figure className="stop__quote">
      <figcaption className="muted small">{name}</figcaption>
      <blockquote>“{text}”</blockquote>
    </figure>
  );
}
