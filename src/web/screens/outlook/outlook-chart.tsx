import { useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Continuity, ContinuityPeriod } from '#contract/outlook';
import * as i18nFormat from '#i18n/format';
import { Button } from '../../ui/button.tsx';
import { Chips } from '../../ui/chips.tsx';
import { useFormat } from '../../ui/use-format.ts';
import { gridOf, highestOf, weeksAPage } from './chart-periods.ts';
import { PeriodBar } from './period-bar.tsx';
import { useOutlookWords } from './use-outlook-words.ts';

const height = 240;
/** Room above the highest, so that no range touches the edge. */
const top = 8;

type By = 'months' | 'weeks';

/**
 * Certain (solid), probable (hatched) and possible (dotted) on top of each other, the 80% range as an upright line, what is needed as a bar
 * across. The periods below are radio buttons: arrow keys walk along them, and the figures of the chosen one are read out.
 */
export function OutlookChart({ outlook }: { outlook: Continuity }) {
  const { t } = useTranslation('outlook');
  const format = useFormat();
  const words = useOutlookWords();
  const id = useId();
  const [by, setBy] = useState<By>('months');
  const [page, setPage] = useState(0);
  const [chosen, setChosen] = useState<string | null>(null);
  const [pointed, setPointed] = useState<string | null>(null);
  const periods = by === 'months' ? outlook.months : outlook.weeks.slice(page * weeksAPage, (page + 1) * weeksAPage);
  const highest = highestOf(periods);
  const shown = periods.find(({ name }) => name === (pointed ?? chosen)) ?? null;
  const yOf = (amount: number) => height - (amount / highest) * (height - top);
  const width = 100 / periods.length;
  const titleOf = (period: ContinuityPeriod) =>
    by === 'months'
      ? words.month(period.fromOn)
      : t('readWeek', { week: words.week(period.fromOn), day: format.shortDay(period.fromOn) });
  const shortOf = (period: ContinuityPeriod) =>
    by === 'months' ? i18nFormat.shortMonth(format.language, period.fromOn) : String(words.week(period.fromOn));
  const summary = t('chartSummary', {
    from: words.month(periods[0]?.fromOn ?? outlook.today),
    until: words.month(periods.at(-1)?.untilOn ?? outlook.untilOn),
  });

  return (
    <figure className="ochart">
      <div className="ochart__choice">
        <Chips
          look="joined"
          legend={t('chartBy')}
          value={by}
          options={[
            { value: 'months', label: t('chartMonths') },
            { value: 'weeks', label: t('chartWeeks') },
          ]}
          onChange={(next) => {
            setBy(next);
            setChosen(null);
          }}
        />
        {by === 'weeks' && (
          <div className="ochart__pages">
            {page > 0 && <Button onClick={() => setPage(page - 1)}>{t('chartLessWeeks')}</Button>}
            {(page + 1) * weeksAPage < outlook.weeks.length && (
              <Button onClick={() => setPage(page + 1)}>{t('chartMoreWeeks')}</Button>
            )}
          </div>
        )}
      </div>
      <div className="ochart__plot" onPointerLeave={() => setPointed(null)}>
        <svg width="100%" height={height} role="img" aria-label={summary}>
          <defs>
            <pattern
              id={`${id}-hatch`}
              width="6"
              height="6"
              patternUnits="userSpaceOnUse"
              patternTransform="rotate(45)"
            >
              <rect width="2.5" height="6" className="ochart__mark" />
            </pattern>
            <pattern id={`${id}-dots`} width="6" height="6" patternUnits="userSpaceOnUse">
              <circle cx="2" cy="2" r="1.2" className="ochart__mark" />
            </pattern>
          </defs>
          {gridOf(highest).map((amount) => (
            <line key={amount} className="ochart__grid" x1="0" x2="100%" y1={yOf(amount)} y2={yOf(amount)} />
          ))}
          {periods.map((period, place) => (
            <PeriodBar
              key={period.name}
              period={period}
              left={place * width}
              width={width}
              yOf={yOf}
              isShown={shown?.name === period.name}
              hatch={`url(#${id}-hatch)`}
              dots={`url(#${id}-dots)`}
              height={height}
              onPoint={() => setPointed(period.name)}
              onChoose={() => setChosen(period.name)}
            />
          ))}
          {gridOf(highest).map((amount) => (
            <text key={amount} className="ochart__amount number" x="0" y={yOf(amount) - 3}>
              {format.estimate(amount)}
            </text>
          ))}
          <line className="ochart__base" x1="0" x2="100%" y1={height - 0.5} y2={height - 0.5} />
        </svg>
        <fieldset className="ochart__axis" style={{ gridTemplateColumns: `repeat(${periods.length}, minmax(0, 1fr))` }}>
          <legend className="only-read">{t('readHint')}</legend>
          {periods.map((period) => (
            <label key={period.name} className="ochart__tick number">
              <input
                type="radio"
                name={`${id}-period`}
                checked={chosen === period.name}
                aria-label={titleOf(period)}
                onChange={() => setChosen(period.name)}
              />
              <span aria-hidden="true">{shortOf(period)}</span>
            </label>
          ))}
        </fieldset>
      </div>
      <Readout period={shown} title={shown && titleOf(shown)} />
      <Legend
        hatch={`url(#${id}-hatch)`}
        dots={`url(#${id}-dots)`}
        withStep={periods.some((one) => one.nextStep > 0)}
      />
    </figure>
  );
}

/** The figures of one period in words. Its room is kept, so that nothing jumps. */
function Readout({ period, title }: { period: ContinuityPeriod | null; title: string | null }) {
  const { t } = useTranslation('outlook');
  const format = useFormat();
  if (!period) return <p className="ochart__readout muted">{t('readHint')}</p>;
  const { together, need, nextStep } = period;
  return (
    <p className="ochart__readout" aria-live="polite">
      <strong>{title}</strong>
      <span>
        {t('readTogether', {
          mean: format.estimate(together.mean),
          low: format.estimate(together.low),
          high: format.estimate(together.high),
        })}
      </span>
      <span>
        {t('readParts', {
          certain: format.wholeMoney(period.certain),
          probable: format.estimate(period.probable.mean),
          possible: format.estimate(period.possible.mean),
        })}
      </span>
      <span>{t('readNeed', { need: format.wholeMoney(need + nextStep) })}</span>
    </p>
  );
}

function Legend({ hatch, dots, withStep }: { hatch: string; dots: string; withStep: boolean }) {
  const { t } = useTranslation('outlook');
  const swatch = (className: string, fill?: string) => (
    <svg width="16" height="16" aria-hidden="true">
      <rect x="0.5" y="0.5" width="15" height="15" className={className} {...(fill && { fill })} />
    </svg>
  );
  return (
    <figcaption className="ochart__legend">
      <span>
        {swatch('ochart__certain')} {t('certain')}
      </span>
      <span>
        {swatch('ochart__part', hatch)} {t('probable')}
      </span>
      <span>
        {swatch('ochart__part', dots)} {t('possible')}
      </span>
      <span>
        <svg width="16" height="16" aria-hidden="true">
          <line className="ochart__range" x1="8" x2="8" y1="1" y2="15" />
        </svg>{' '}
        {t('range')}
      </span>
      <span>
        <svg width="22" height="16" aria-hidden="true">
          <line className="ochart__need" x1="1" x2="21" y1="8" y2="8" />
        </svg>{' '}
        {t('need')}
      </span>
      {withStep && (
        <span>
          <svg width="22" height="16" aria-hidden="true">
            <line className="ochart__step" x1="1" x2="21" y1="8" y2="8" />
          </svg>{' '}
          {t('needAndStep')}
        </span>
      )}
    </figcaption>
  );
}
