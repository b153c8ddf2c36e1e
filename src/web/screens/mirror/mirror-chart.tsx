import { useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Mirror } from '#contract/mirror';
import { Check } from '../../ui/field.tsx';
import { useFormat } from '../../ui/use-format.ts';
import { ArticleLine } from './article-line.tsx';
import { ChartBars } from './chart-bars.tsx';
import { columnNumbers, columnWidth, scaleOf } from './chart-scale.ts';
import { ChartReadout } from './chart-readout.tsx';
import { peakOf, totalOf } from './curve-facts.ts';
import './mirror-chart.css';

const height = 220;

/**
 * Own sales (solid) beside own stops (hatched) by number; the article as a thin line. The numbers below are radio buttons:
 * arrow keys walk along them, and the figures of the chosen one are read out.
 */
export function MirrorChart({ mirror }: { mirror: Mirror }) {
  const { t } = useTranslation('mirror');
  const format = useFormat();
  const id = useId();
  const [chosen, setChosen] = useState<number | null>(null);
  const [pointed, setPointed] = useState<number | null>(null);
  const [article, setArticle] = useState(true);
  // The article counts contacts; and a share of its own says nothing beside counts.
  const mayArticle = mirror.enough && mirror.by === 'contact';
  const withArticle = mayArticle && article;
  const scale = scaleOf(mirror, withArticle);
  const shown = pointed ?? chosen;
  const counts = [
    t('sold', { count: mirror.won, n: format.number(mirror.won) }),
    t('stopped', { count: mirror.ownStops, n: format.number(mirror.ownStops) }),
  ].join(', ');
  const conclusion = [
    peakOf(mirror.sales) !== null ? t('summaryPeakSales', { number: beyond(peakOf(mirror.sales)) }) : '',
    peakOf(mirror.stops) !== null ? t('summaryPeakStops', { number: beyond(peakOf(mirror.stops)) }) : '',
  ].join(' ');
  const summary = mirror.enough ? conclusion : null;
  const spokenNumber = (number: number) =>
    number === 13
      ? t('readBeyond', { number: 12 })
      : t(mirror.by === 'contact' ? 'readContact' : 'readConversation', { number });

  return (
    <figure className="chart">
      <div className="chart__plot" onPointerLeave={() => setPointed(null)}>
        <svg width="100%" height={height} role="img" aria-label={summary || counts}>
          <defs>
            <pattern
              id={`${id}-hatch`}
              width="6"
              height="6"
              patternUnits="userSpaceOnUse"
              patternTransform="rotate(45)"
            >
              <rect width="3" height="6" className="chart__hatch" />
            </pattern>
          </defs>
          {shown !== null && (
            <rect
              className="chart__shown"
              x={`${(shown - 1) * columnWidth}%`}
              width={`${columnWidth}%`}
              y="0"
              height={height}
            />
          )}
          <ChartBars mirror={mirror} scale={scale} height={height} hatch={`url(#${id}-hatch)`} />
          {withArticle && (
            <>
              <ArticleLine of="sales" shares={mirror.article.sales} scale={scale} height={height} />
              <ArticleLine of="stops" shares={mirror.article.stops} scale={scale} height={height} />
            </>
          )}
          {columnNumbers.map((number) => (
            <rect
              key={number}
              className="chart__catch"
              x={`${(number - 1) * columnWidth}%`}
              width={`${columnWidth}%`}
              y="0"
              height={height}
              onPointerEnter={(event) => event.pointerType === 'mouse' && setPointed(number)}
              onClick={() => setChosen(number)}
            />
          ))}
        </svg>
        <fieldset className="chart__axis">
          <legend className="only-read">{t('readHint')}</legend>
          {columnNumbers.map((number) => (
            <label key={number} className="chart__tick number">
              <input
                type="radio"
                name={`${id}-number`}
                checked={chosen === number}
                aria-label={spokenNumber(number)}
                onChange={() => setChosen(number)}
              />
              <span aria-hidden="true">{number === 13 ? t('beyond') : number}</span>
            </label>
          ))}
        </fieldset>
      </div>
      <ChartReadout
        mirror={mirror}
        number={shown}
        title={shown === null ? null : spokenNumber(shown)}
        summary={summary}
      />
      <figcaption className="chart__legend">
        <span className="chart__key">
          <span className="chart__swatch chart__swatch--sold" />
          {t('sold', { count: mirror.won, n: format.number(mirror.won) })}
        </span>
        <span className="chart__key">
          <svg className="chart__swatch" width="14" height="14" aria-hidden="true">
            <rect width="14" height="14" fill={`url(#${id}-hatch)`} className="chart__stop" />
          </svg>
          {t('stopped', { count: mirror.ownStops, n: format.number(mirror.ownStops) })}
        </span>
        {mayArticle && (
          <Check
            label={
              <span className="chart__article-key">
                <svg width="30" height="14" aria-hidden="true">
                  <line x1="0" x2="30" y1="4" y2="4" className="chart__article chart__article--sales" />
                  <line x1="0" x2="30" y1="11" y2="11" className="chart__article chart__article--stops" />
                </svg>
                {t('article')}
              </span>
            }
            checked={article}
            onChange={(event) => setArticle(event.target.checked)}
          />
        )}
      </figcaption>
      {totalOf(mirror.sales) + totalOf(mirror.stops) < mirror.ended - mirror.refused && (
        <p className="muted small">
          {t(mirror.by === 'contact' ? 'unknown' : 'unknownTalk', {
            count: mirror.numberUnknown,
            n: format.number(mirror.numberUnknown),
          })}
        </p>
      )}
    </figure>
  );
}

/** 13 stands for all beyond twelve. */
function beyond(number: number | null): string {
  return number === 13 ? '12+' : String(number);
}
