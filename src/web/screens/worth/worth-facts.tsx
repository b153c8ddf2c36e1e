import { useTranslation } from 'react-i18next';
import type { Worth } from '#contract/opportunity';
import { useFormat } from '../../ui/use-format.ts';
import { useOneIn } from './one-in.ts';
import { useWeights } from './use-weights.ts';
import { WorthMoments } from './worth-moments.tsx';
import './worth.css';

/** The sum opened, line by line: nothing is shown whose working cannot be read. */
export function WorthFacts({ worth, onFigures }: { worth: Worth; onFigures: () => void }) {
  const { t } = useTranslation('worth');
  const format = useFormat();
  const oneIn = useOneIn();
  const weights = useWeights();
  const range = (low: number, high: number) =>
    t('averageBetween', { low: format.estimate(low), high: format.estimate(high) });
  const minutes = (count: number) => format.duration(Math.round(count));
  const rows: [string, string, (string | undefined)?][] = [
    worth.valueKnown
      ? [t('value'), format.money(worth.value)]
      : [t('value'), format.wholeMoney(worth.value), t('valueAverage')],
    [
      t('chance'),
      t('chanceRange', {
        share: oneIn(worth.buyLater),
        low: format.percent(worth.low),
        high: format.percent(worth.high),
      }),
    ],
    [t('times'), format.estimate(worth.stillToGain), range(worth.stillToGainLow, worth.stillToGainHigh)],
    [t('toEnd'), minutes(worth.expectedMinutes)],
    [t('less'), format.estimate(worth.stillToGain - worth.net)],
    [t('left'), format.estimate(worth.net), range(worth.netLow, worth.netHigh)],
    [t('spent'), minutes(worth.minutesSpent)],
  ];
  const rates: [string, string][] = [
    [
      worth.moments.length > 0 ? t('here', { number: worth.until }) : t('hereBeyond'),
      format.perMinute(worth.perMinute),
    ],
    [t('fresh'), format.perMinute(worth.newPerMinute)],
  ];
  return (
    <div className="worth">
      <section className="worth__part">
        <h3>{t('perMinute')}</h3>
        <Rows rows={rates} />
      </section>
      <section className="worth__part">
        <h3>{t('sum')}</h3>
        <Rows rows={rows} />
      </section>
      <WorthMoments worth={worth} />
      <p className="muted small">{worth.enough ? weights(worth) : t('few', { count: worth.ended })}</p>
      <div>
        <button type="button" className="worth__sources" onClick={onFigures}>
          {t('sources')}
        </button>
      </div>
    </div>
  );
}

function Rows({ rows }: { rows: readonly (readonly [string, string, (string | undefined)?])[] }) {
  return (
    <dl className="worth__rows number">
      {rows.map(([name, value, note]) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd>
            {value}
            {note && <span className="muted small"> {note}</span>}
          </dd>
        </div>
      ))}
    </dl>
  );
}
