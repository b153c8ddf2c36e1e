import { useTranslation } from 'react-i18next';
import type { Worth } from '#contract/opportunity';
import { useFormat } from '../../ui/use-format.ts';
import './worth.css';

/** 0.12 → "ongeveer 1 op de 8": a chance in words; never *kans*, which is the opportunity. */
export function useOneIn(): (share: number) => string {
  const { t } = useTranslation('worth');
  const format = useFormat();
  return (share) => (share > 0 && share <= 0.5 ? t('oneIn', { count: Math.round(1 / share) }) : format.percent(share));
}

/** The sum opened, line by line: nothing is shown whose working cannot be read. */
export function WorthFacts({ worth }: { worth: Worth }) {
  const { t } = useTranslation('worth');
  const format = useFormat();
  const oneIn = useOneIn();
  const rows: [string, string, (string | undefined)?][] = [
    [t('value'), format.money(worth.value), worth.valueKnown ? undefined : t('valueAverage')],
    [
      t('chance'),
      t('chanceRange', {
        share: oneIn(worth.buyLater),
        low: format.percent(worth.low),
        high: format.percent(worth.high),
      }),
    ],
    [
      t('times'),
      format.wholeMoney(worth.stillToGain),
      `${format.wholeMoney(worth.stillToGainLow)} – ${format.wholeMoney(worth.stillToGainHigh)}`,
    ],
    [t('time', { number: worth.until }), t('minutes', { minutes: format.number(worth.expectedMinutes) })],
    [t('here'), format.money(Math.round(worth.perMinute))],
    [t('fresh'), format.money(Math.round(worth.newPerMinute))],
    [t('spent'), t('minutes', { minutes: format.number(worth.minutesSpent) })],
  ];
  return (
    <div className="worth">
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
      <p>{t(worth.perMinute >= worth.newPerMinute ? 'better' : 'worse')}</p>
      <p className="muted small">
        {worth.ended < 20
          ? t('few', { count: worth.ended })
          : t('own', { share: format.percent(worth.ownWeight), ended: format.number(worth.ended) })}
      </p>
    </div>
  );
}
