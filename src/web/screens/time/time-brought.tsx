import { useTranslation } from 'react-i18next';
import type { TimeSpent } from '#contract/time';
import { TableRoom } from '../../ui/data-table.tsx';
import { useFormat } from '../../ui/use-format.ts';

type Kind = TimeSpent['kinds'][number];

/** What each kind of time brought, with its counts; per hour only from 20 sales on (product.md, rule 8). */
export function TimeBrought({ time }: { time: TimeSpent }) {
  const { t } = useTranslation('spent');
  const format = useFormat();
  const without = time.kinds.reduce((sum, one) => sum + one.withoutValue, 0);
  const sold = time.kinds.reduce((sum, one) => sum + one.value, 0);
  const hour = ({ minutes, value, kind }: Kind) =>
    kind === 'care' || minutes < 60 ? '–' : format.estimate((value / minutes) * 60);
  const spent = ({ minutes, count }: Pick<Kind, 'minutes' | 'count'>) => (
    <>
      {format.duration(minutes)}
      <span className="muted small time-brought__count">{t('contacts', { count, n: format.number(count) })}</span>
    </>
  );
  const amount = ({ value, sales }: Pick<Kind, 'value' | 'sales'>) => (
    <>
      {format.wholeMoney(value)}
      <span className="muted small time-brought__count">{t('sales', { count: sales, n: format.number(sales) })}</span>
    </>
  );
  return (
    <section className="card time-brought">
      <h2>{t('brought')}</h2>
      <TableRoom label={t('brought')}>
        <table className="data-table number">
          <thead>
            <tr>
              <th scope="col">{t('broughtKind')}</th>
              <th scope="col">{t('broughtTime')}</th>
              <th scope="col">{t('broughtValue')}</th>
              {time.enough && <th scope="col">{t('broughtHour')}</th>}
            </tr>
          </thead>
          <tbody>
            {time.kinds.map((one) => (
              <tr key={one.kind}>
                <th scope="row">
                  {t(`kind.${one.kind}`)}
                  <span className="muted small time-brought__about">{t(`kindAbout.${one.kind}`)}</span>
                </th>
                <td>{spent(one)}</td>
                <td>{one.kind === 'care' ? '–' : amount(one)}</td>
                {time.enough && <td>{hour(one)}</td>}
              </tr>
            ))}
          </tbody>
          <tfoot>
            <tr>
              <th scope="row">{t('total')}</th>
              <td>{spent(time)}</td>
              <td>{amount({ value: sold, sales: time.sales })}</td>
              {time.enough && <td>{time.minutes < 60 ? '–' : format.estimate((sold / time.minutes) * 60)}</td>}
            </tr>
          </tfoot>
        </table>
      </TableRoom>
      <p className="muted small">
        {time.enough ? t('hourAbout') : t('few', { count: time.sales, n: format.number(time.sales) })}{' '}
        {without > 0 && t('withoutValue', { count: without, n: format.number(without) })} {t('careNoEuro')}
      </p>
    </section>
  );
}
