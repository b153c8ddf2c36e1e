import { useTranslation } from 'react-i18next';
import type { Continuity, Range } from '#contract/outlook';
import { TableBehind } from '../../ui/data-table.tsx';
import { useFormat } from '../../ui/use-format.ts';
import { useOutlookWords } from './use-outlook-words.ts';

/** The same as the chart by month, in figures. */
export function OutlookTable({ outlook }: { outlook: Continuity }) {
  const { t } = useTranslation('outlook');
  const format = useFormat();
  const words = useOutlookWords();
  const estimate = ({ mean, low, high }: Range) => (
    <>
      <strong>{format.estimate(mean)}</strong>{' '}
      <span className="outlook__spread muted">
        ({high < mean ? t('mostlyNothing') : `${format.estimate(low)}–${format.estimate(high)}`})
      </span>
    </>
  );
  const withStep = outlook.months.some((month) => month.nextStep > 0);
  return (
    <TableBehind label={t('table')} note={t('tableRange')}>
      <table className="data-table number">
        <thead>
          <tr>
            <th scope="col">{t('period')}</th>
            <th scope="col">{t('certain')}</th>
            <th scope="col">{t('probable')}</th>
            <th scope="col">{t('possible')}</th>
            <th scope="col">{t('together')}</th>
            <th scope="col">{t('need')}</th>
            {withStep && <th scope="col">{t('needAndStep')}</th>}
          </tr>
        </thead>
        <tbody>
          {outlook.months.map((month) => (
            <tr key={month.name}>
              <th scope="row">{words.month(month.fromOn)}</th>
              <td>{format.wholeMoney(month.certain)}</td>
              <td>{estimate(month.probable)}</td>
              <td>{estimate(month.possible)}</td>
              <td>{estimate(month.together)}</td>
              <td>{format.wholeMoney(month.need)}</td>
              {withStep && <td>{format.wholeMoney(month.need + month.nextStep)}</td>}
            </tr>
          ))}
        </tbody>
      </table>
    </TableBehind>
  );
}
