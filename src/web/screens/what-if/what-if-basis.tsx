import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import type { Engine } from '#contract/engine';
import { useFormat } from '../../ui/use-format.ts';

/** What the figures rest on: counts, date, and how much of it is the article's. */
export function WhatIfBasis({ engine }: { engine: Engine }) {
  const { t } = useTranslation('whatIf');
  const format = useFormat();
  const own = engine.stages.some(({ tried }) => tried > 0);
  return (
    <div className="what-if__basis">
      <p className={engine.enough ? undefined : 'what-if__few'}>
        {own
          ? t('basisOwn', {
              count: engine.ended,
              n: format.number(engine.ended),
              day: format.shortDay(engine.on),
              share: format.percent(engine.ownWeight),
            })
          : t('basisArticle')}
      </p>
      <p className="muted small">
        {t('basisSettings', {
          value: format.wholeMoney(engine.averageValue),
          minutes: format.minutes(engine.acquisitionMinutes),
        })}{' '}
        <Link href="/settings">{t('basisAct')}</Link>
      </p>
    </div>
  );
}
