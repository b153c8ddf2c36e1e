import { useTranslation } from 'react-i18next';
import type { MissedRevenue } from '#contract/mirror';
import { ButtonTo } from '../../ui/button.tsx';
import { useFormat } from '../../ui/use-format.ts';

export function MissedTotal({ missed }: { missed: MissedRevenue }) {
  const { t } = useTranslation('missed');
  const format = useFormat();
  const money = format.estimate;
  return (
    <section className="missed__total card">
      <p>{t('lead', { count: missed.count, n: format.number(missed.count) })}</p>
      <dl className="missed__figures">
        <div>
          <dt>{t('gross')}</dt>
          <dd className="missed__big number">{money(missed.gross)}</dd>
          <dd className="number">
            {t('range', { low: money(missed.low), high: money(missed.high) })}{' '}
            <span className="muted">{t('rangeHint')}</span>
          </dd>
        </div>
        <div>
          <dt>{t('net')}</dt>
          <dd className="missed__big missed__big--net number">{money(missed.net)}</dd>
          <dd className="muted">
            {t('netHint', {
              hours: format.number(missed.expectedMinutes / 60, missed.expectedMinutes < 600 ? 1 : 0),
              lost: money(missed.gross - missed.net),
            })}
          </dd>
        </div>
      </dl>
      {!missed.enough && (
        <p className="missed__few">{t('few', { count: missed.ended, n: format.number(missed.ended) })}</p>
      )}
      <div>
        <ButtonTo kind="primary" size="large" to="/revive">
          {t('act')}
        </ButtonTo>
      </div>
    </section>
  );
}
