import { useTranslation } from 'react-i18next';
import type { TimeSpent } from '#contract/time';
import { timeKinds } from '#core/time/time-kind';
import { TableBehind } from '../../ui/data-table.tsx';
import { useFormat } from '../../ui/use-format.ts';
import { totalOf } from './week-facts.ts';

/** The figures behind the chart, the newest week first. */
export function TimeTable({ time }: { time: TimeSpent }) {
  const { t } = useTranslation('spent');
  const format = useFormat();
  return (
    <TableBehind label={t('table')}>
      <table className="data-table number">
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
    </TableBehind>
  );
}
