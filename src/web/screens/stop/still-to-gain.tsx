import type { UseQueryResult } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { Opportunity, Worth } from '#contract/opportunity';
import { Skeleton } from '../../ui/states.tsx';
import { useFormat } from '../../ui/use-format.ts';
import { useSheets } from '../shell/sheets.tsx';
import { useOneIn } from '../worth/one-in.ts';
import { useWeights } from '../worth/use-weights.ts';
import { WorthFacts } from '../worth/worth-facts.tsx';
import { WorthSays } from '../worth/worth-says.tsx';

/** What letting go would leave: gross and less the time, with their ranges, beside a new prospect; the sum on tap; and what they said themselves. */
export function StillToGain({ opportunity, worth }: { opportunity: Opportunity; worth: UseQueryResult<Worth> }) {
  const { t } = useTranslation('stop');
  return (
    <section className="stop__gain" aria-label={t('stillToGain')}>
      {worth.isPending && <Skeleton height={60} />}
      {worth.data && <Figures opportunity={opportunity} worth={worth.data} />}
      {opportunity.keen && <Quote name={t('keen')} text={opportunity.keen} />}
      {opportunity.lastWords && <Quote name={t('lastWords')} text={opportunity.lastWords} />}
    </section>
  );
}

function Figures({ opportunity, worth }: { opportunity: Opportunity; worth: Worth }) {
  const { t } = useTranslation(['stop', 'worth']);
  const format = useFormat();
  const oneIn = useOneIn();
  const weights = useWeights();
  const sheets = useSheets();
  const about = format.estimate;
  return (
    <>
      <p className="muted small">{t('stop:stillToGain')}</p>
      <p className="stop__amount number">
        {about(worth.stillToGain)}{' '}
        <span className="muted">
          {t('stop:range', { low: about(worth.stillToGainLow), high: about(worth.stillToGainHigh) })}
        </span>
      </p>
      {worth.moments.length > 0 && (
        <p>
          {worth.net > 0
            ? t('worth:net', { amount: about(worth.net), low: about(worth.netLow), high: about(worth.netHigh) })
            : t('worth:netNone')}
        </p>
      )}
      <p>
        {t(opportunity.held === 0 ? 'stop:numbersNone' : 'stop:numbers', {
          held: opportunity.held,
          share: oneIn(worth.buyLater),
          value: format.wholeMoney(worth.value),
        })}
      </p>
      <p className="number">
        {t('stop:rates', { here: format.perMinute(worth.perMinute), fresh: format.perMinute(worth.newPerMinute) })}
      </p>
      <WorthSays worth={worth} said={worth.advice !== 'go_on'} />
      <p className="muted small">{worth.enough ? weights(worth) : t('stop:few', { count: worth.ended })}</p>
      <details className="stop__sum">
        <summary>{t('stop:sum')}</summary>
        <WorthFacts
          worth={worth}
          onFigures={() => sheets.open({ kind: 'figures', back: { kind: 'stop', opportunity } })}
        />
      </details>
    </>
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
