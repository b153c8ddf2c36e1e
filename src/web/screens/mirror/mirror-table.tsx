import { useTranslation } from 'react-i18next';
import type { Mirror, MirrorRow } from '#contract/mirror';
import { TableBehind } from '../../ui/data-table.tsx';
import { useFormat } from '../../ui/use-format.ts';
import { columnNumbers, rowAt } from './chart-scale.ts';
import { totalOf } from './curve-facts.ts';

/** The figures behind the chart: counts, and from 20 ended on shares with their 90% intervals. */
export function MirrorTable({ mirror }: { mirror: Mirror }) {
  const { t } = useTranslation('mirror');
  const format = useFormat();
  const cell = (row: MirrorRow | undefined, rows: readonly MirrorRow[]) => {
    const count = row?.count ?? 0;
    // A share of nothing says nothing.
    if (!row || row.share === null || row.low === null || row.high === null || totalOf(rows) === 0)
      return format.number(count);
    return (
      <>
        <strong>{format.number(count)}</strong> {format.percent(row.share)}{' '}
        <span className="muted">
          ({format.percent(row.low)}–{format.percent(row.high)})
        </span>
      </>
    );
  };
  return (
    <TableBehind label={t('table')} note={mirror.enough && t('tableInterval')}>
      <table className="data-table number">
        <thead>
          <tr>
            <th scope="col">{t('tableNumber')}</th>
            <th scope="col">{t('tableSold')}</th>
            <th scope="col">{t('tableStopped')}</th>
            <th scope="col">{t('tableRefused')}</th>
          </tr>
        </thead>
        <tbody>
          {columnNumbers.map((number) => (
            <tr key={number}>
              <th scope="row">{number === 13 ? t('beyond') : number}</th>
              <td>{cell(rowAt(mirror.sales, number), mirror.sales)}</td>
              <td>{cell(rowAt(mirror.stops, number), mirror.stops)}</td>
              <td>{cell(rowAt(mirror.refusals, number), mirror.refusals)}</td>
            </tr>
          ))}
        </tbody>
        <tfoot>
          <tr>
            <th scope="row">{t('tableTotal')}</th>
            <td>{format.number(totalOf(mirror.sales))}</td>
            <td>{format.number(totalOf(mirror.stops))}</td>
            <td>{format.number(totalOf(mirror.refusals))}</td>
          </tr>
        </tfoot>
      </table>
    </TableBehind>
  );
}
