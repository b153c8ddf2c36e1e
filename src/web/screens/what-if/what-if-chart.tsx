import { useTranslation } from 'react-i18next';
import type { Simulated } from '#core/persistence/simulate-policies';
import { useFormat } from '../../ui/use-format.ts';
import { policiesShown, policyWords } from './policy-words.ts';

/** One bar a way of following up, with its 80% range as a line; the words stand beside it, so the picture is for the eye alone. */
export function WhatIfChart({ result, keepTo }: { result: Simulated; keepTo: number }) {
  const { t } = useTranslation('whatIf');
  const format = useFormat();
  const policies = policiesShown(result);
  const most = Math.max(1, ...policies.map(({ revenue }) => Math.max(revenue.mean, revenue.p90)));
  const across = (amount: number) => `${(100 * amount) / most}%`;
  return (
    <ul className="what-if__bars">
      {policies.map(({ policy, revenue }) => (
        <li key={policy} className={policy === 'own' ? 'what-if__row what-if__row--own' : 'what-if__row'}>
          <span className="what-if__name">{policyWords(t, policy, keepTo)}</span>
          <span className="what-if__figure number">
            <strong>{format.estimate(revenue.mean)}</strong>{' '}
            <span className="muted">
              {t('range', { low: format.estimate(revenue.p10), high: format.estimate(revenue.p90) })}
            </span>
          </span>
          <svg width="100%" height="24" aria-hidden="true">
            <rect className="what-if__bar" x="0" y="0" rx="3" height="14" width={across(revenue.mean)} />
            <line className="what-if__whisker" x1={across(revenue.p10)} x2={across(revenue.p90)} y1="19" y2="19" />
            <line className="what-if__whisker" x1={across(revenue.p10)} x2={across(revenue.p10)} y1="16" y2="22" />
            <line className="what-if__whisker" x1={across(revenue.p90)} x2={across(revenue.p90)} y1="16" y2="22" />
          </svg>
        </li>
      ))}
    </ul>
  );
}
