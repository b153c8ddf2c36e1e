import { useTranslation } from 'react-i18next';
import type { FiguresOf } from '#contract/figures';
import type { Compared, Simulated } from '#core/persistence/simulate-policies';
import { useFormat } from '../../ui/use-format.ts';
import { daysAWeek, paysUntil, type Trial, workingDays } from './what-if-input.ts';

type Props = { figures: FiguresOf; trial: Trial; result: Simulated; busy: boolean };

/** The year that was tried out, in a sentence; what it is beside stopping after two, and what the figures say of going on. */
export function WhatIfSays({ figures, trial, result, busy }: Props) {
  const { t } = useTranslation('whatIf');
  const format = useFormat();
  const of = (policy: Compared) => result.policies.find((one) => one.policy === policy);
  const own = of('own');
  const two = of('stop2');
  if (!own || !two) return null;
  const until = paysUntil(figures);
  const perWeek = (own.found * daysAWeek) / workingDays;
  const times = two.revenue.mean > 0 ? own.revenue.mean / two.revenue.mean : null;
  return (
    <div className="what-if__says" aria-live="polite">
      <p className="what-if__lead">{busy ? t('busy') : t('lead', { number: trial.keepTo })}</p>
      <p className="what-if__big number">{format.estimate(own.revenue.mean)}</p>
      <p className="number">
        {t('rangeYear', { low: format.estimate(own.revenue.p10), high: format.estimate(own.revenue.p90) })}
      </p>
      {times !== null && trial.keepTo !== 2 && <p>{besideTwo(times)}</p>}
      <p>{t(trial.perWeek === null ? 'foundAll' : 'found', { n: format.number(perWeek, perWeek < 10 ? 1 : 0) })}</p>
      <p className="muted">{until === 12 ? t('paysToEnd') : t('paysUntil', { number: until })}</p>
    </div>
  );

  function besideTwo(ratio: number): string {
    if (ratio > 1.5) return t('timesTwo', { times: format.number(ratio, 1) });
    if (ratio > 1.03) return t('moreThanTwo', { share: format.percent(ratio - 1) });
    return ratio < 0.97 ? t('lessThanTwo', { share: format.percent(1 - ratio) }) : t('sameAsTwo');
  }
}
