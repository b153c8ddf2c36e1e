import { useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { TimeSpent } from '#contract/time';
import { timeKinds } from '#core/time/time-kind';
import { weekNumber } from '#i18n/format';
import { useFormat } from '../../ui/use-format.ts';
import { hourLines, piecesOf, totalOf } from './week-facts.ts';
import '../mirror/mirror-chart.css';
import './time.css';

const height = 200;
/** Room at the top, so that the highest bar does not touch the edge. */
const top = 8;
/** So many weeks have their number below them; of more only some. */
const mostTicks = 13;

/**
 * Hours a week, each bar in the pieces that it went to. The weeks below are radio buttons, as in the Mirror: arrow keys walk along them,
 * and the figures of the chosen one are read out.
 */
export function TimeChart({ time }: { time: TimeSpent }) {
  const { t } = useTranslation('spent');
  const format = useFormat();
  const id = useId();
  const [chosen, setChosen] = useState<string | null>(null);
  const [pointed, setPointed] = useState<string | null>(null);
  const most = Math.max(60, ...time.weeks.map(totalOf));
  const width = 100 / time.weeks.length;
  const every = Math.ceil(time.weeks.length / mostTicks);
  const shown = time.weeks.find((week) => week.monday === (pointed ?? chosen));
  const y = (share: number) => height - share * (height - top);
  const nameOf = (monday: string) => t('week', { number: weekNumber(monday), day: format.shortDay(monday) });
  return (
    <figure className="chart">
      <div className="chart__plot" onPointerLeave={() => setPointed(null)}>
        <svg
          width="100%"
          height={height}
          role="img"
          aria-label={`${t('chartTitle')}: ${format.duration(time.minutes)}`}
        >
          <Patterns id={id} />
          {hourLines(most).map((hours) => (
            <g key={hours}>
              <line
                className="time-chart__line"
                x1="0"
                x2="100%"
                y1={y((hours * 60) / most)}
                y2={y((hours * 60) / most)}
              />
              <text className="time-chart__hours" x="2" y={y((hours * 60) / most) - 4}>
                {format.duration(hours * 60)}
              </text>
            </g>
          ))}
          {time.weeks.map((week, index) => (
            <g key={week.monday}>
              {shown === week && (
                <rect className="chart__shown" x={`${index * width}%`} width={`${width}%`} y="0" height={height} />
              )}
              {piecesOf(week, most).map(({ kind, from, to }) => (
                <rect
                  key={kind}
                  className={`time-chart__piece time-chart__piece--${kind}`}
                  x={`${(index + 0.18) * width}%`}
                  width={`${0.64 * width}%`}
                  y={y(to)}
                  height={Math.max(1, y(from) - y(to) - 1)}
                  {...(kind !== 'running' && { fill: `url(#${id}-${kind})` })}
                />
              ))}
              <rect
                className="chart__catch"
                x={`${index * width}%`}
                width={`${width}%`}
                y="0"
                height={height}
                onPointerEnter={(event) => event.pointerType === 'mouse' && setPointed(week.monday)}
                onClick={() => setChosen(week.monday)}
              />
            </g>
          ))}
          <line className="chart__base" x1="0" x2="100%" y1={height - 0.5} y2={height - 0.5} />
        </svg>
        <fieldset
          className="chart__axis"
          style={{ gridTemplateColumns: `repeat(${time.weeks.length}, minmax(0, 1fr))` }}
        >
          <legend className="only-read">{t('readHint')}</legend>
          {time.weeks.map(({ monday }, index) => (
            <label key={monday} className="chart__tick number">
              <input
                type="radio"
                name={`${id}-week`}
                checked={chosen === monday}
                aria-label={nameOf(monday)}
                onChange={() => setChosen(monday)}
              />
              <span aria-hidden="true" className="time-chart__tick">
                {(time.weeks.length - 1 - index) % every === 0 ? weekNumber(monday) : ''}
              </span>
            </label>
          ))}
        </fieldset>
      </div>
      {shown ? (
        <p className="chart__readout" aria-live="polite">
          <strong>{`${nameOf(shown.monday)}: ${totalOf(shown) === 0 ? t('readNone') : format.duration(totalOf(shown))}`}</strong>
          {timeKinds
            .filter((kind) => shown.minutes[kind] > 0)
            .map((kind) => (
              <span key={kind}>
                {t('readKind', { kind: t(`kind.${kind}`), time: format.duration(shown.minutes[kind]) })}
              </span>
            ))}
        </p>
      ) : (
        <p className="chart__readout">
          <span className="muted">{t('readHint')}</span>
        </p>
      )}
      <figcaption className="chart__legend">
        {timeKinds.map((kind) => (
          <span key={kind} className="chart__key">
            <svg className="chart__swatch" width="14" height="14" aria-hidden="true">
              <rect
                width="14"
                height="14"
                className={`time-chart__piece time-chart__piece--${kind}`}
                {...(kind !== 'running' && { fill: `url(#${id}-${kind})` })}
              />
            </svg>
            {t(`kind.${kind}`)}
          </span>
        ))}
      </figcaption>
    </figure>
  );
}

/** Colour is never alone: running is solid, picked up again hatched, new lined, care dotted. */
function Patterns({ id }: { id: string }) {
  return (
    <defs>
      <pattern id={`${id}-new`} width="5" height="5" patternUnits="userSpaceOnUse">
        <rect width="5" height="2" className="time-chart__ink--new" />
      </pattern>
      <pattern id={`${id}-revived`} width="6" height="6" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
        <rect width="3" height="6" className="time-chart__ink--revived" />
      </pattern>
      <pattern id={`${id}-care`} width="5" height="5" patternUnits="userSpaceOnUse">
        <circle cx="2.5" cy="2.5" r="1.4" className="time-chart__ink--care" />
      </pattern>
    </defs>
  );
}
