import { useTranslation } from 'react-i18next';
import type { Simulated } from '#core/persistence/simulate-policies';
import { TableBehind } from '../../ui/data-table.tsx';
import { useFormat } from '../../ui/use-format.ts';
import { policiesShown, policyWords } from './policy-words.ts';

/** The figures behind the chart, with what went into them. */
export function WhatIfTable({ result, keepTo }: { result: Simulated; keepTo: number }) {
  const { t } = useTranslation('whatIf');
  const format = useFormat();
  return (
    <TableBehind label={t('table')}>
      <table className="data-table number">
        <thead>
          <tr>
            <th scope="col">{t('tablePolicy')}</th>
            <th scope="col">{t('tableRevenue')}</th>
            <th scope="col">{t('tableRange')}</th>
            <th scope="col">{t('tableSales')}</th>
            <th scope="col">{t('tableFound')}</th>
            <th scope="col">{t('tableHours')}</th>
            <th scope="col">{t('tablePerHour')}</th>
          </tr>
        </thead>
        <tbody>
          {policiesShown(result).map(({ policy, revenue, sales, found, minutesWorked }) => (
            <tr key={policy}>
              <th scope="row">{policyWords(t, policy, keepTo)}</th>
              <td>{format.estimate(revenue.mean)}</td>
              <td>{t('range', { low: format.estimate(revenue.p10), high: format.estimate(revenue.p90) })}</td>
              <td>{format.number(sales, sales < 10 ? 1 : 0)}</td>
              <td>{format.number(Math.round(found))}</td>
              <td>{format.number(Math.round(minutesWorked / 60))}</td>
              <td>{format.estimate(minutesWorked > 0 ? (60 * revenue.mean) / minutesWorked : 0)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </TableBehind>
  );
}
