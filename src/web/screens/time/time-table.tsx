import { useTranslation } from 'react-i18next';
import type { TimeSpent } from '#contract/time';
import { timeKinds } from '#core/time/time-kind';
import { useFormat } from '../../ui/use-format.ts';
import { totalOf } from './week-facts.ts';

/** The figures behind the chart, the newest week first. */
export function TimeTable({ time }: { time: TimeSpent }) {
  const { t } = useTranslation('spent');
  const format = useFormat();
  return (
    <details className="mirror__table">
      <summary>{t('table')}</summary>
      {/* Scrolls sideways on a phone, so the keyboard must get at it. */}
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex */}
      <div className="mirror__scroll" role="region" aria-label={t('table')} tabIndex={0}>
        <table className="number">
          <thead>
            <tr>
              <th scope="col">{t('tableWeek')}</th>
              {timeKinds.map((kind) => (
                <th key={kind} scope="col">
                  {t(`kind.${kind}`)}
                </th>
              ))}
              <th scope="col">{t('total')}</th>
            </tr>
          </thead>
          <tbody>
            {time.weeks.toReversed().map((week) => (
              <tr key={week.monday}>
                <th scope="row">{format.shortDay(week.monday)}</th>
                {timeKinds.map((kind) => (
                  <td key={kind}>{format.duration(week.minutes[kind])}</td>
                ))}
                <td>{format.duration(totalOf(week))}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </details>
  );
}
