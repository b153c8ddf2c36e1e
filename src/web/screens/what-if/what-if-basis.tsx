import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import type { FiguresOf } from '#contract/figures';
import { useFormat } from '../../ui/use-format.ts';

/** What the figures rest on: counts, date, and how much of it is the article's. */
export function WhatIfBasis({ figures }: { figures: FiguresOf }) {
  const { t } = useTranslation('whatIf');
  const format = useFormat();
  const own = figures.numbers.some(({ tried }) => tried > 0);
  return (
    <div className="what-if__basis">
      <p className={figures.enough ? undefined : 'what-if__few'}>
        {own
          ? t('basisOwn', {
              count: figures.ended,
              n: format.number(figures.ended),
              day: format.shortDay(figures.on),
              share: format.percent(1 - figures.weight.article),
            })
          : t('basisArticle')}
      </p>
      <p className="muted small">
        {t('basisSettings', {
          value: format.wholeMoney(figures.averageValue),
          minutes: format.minutes(figures.acquisition.minutes),
        })}{' '}
        <Link href="/settings">{t('basisAct')}</Link>
      </p>
    </div>
  );
}
