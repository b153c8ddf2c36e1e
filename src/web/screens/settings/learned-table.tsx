import { useTranslation } from 'react-i18next';
import type { FiguresOf } from '#contract/figures';
import { TableRoom } from '../../ui/data-table.tsx';
import { useFormat } from '../../ui/use-format.ts';

/** The minutes in use, what was set, and what they were learned from. */
export function LearnedTable({ figures }: { figures: FiguresOf }) {
  const { t } = useTranslation(['figures', 'words']);
  const format = useFormat();
  const { acquisition } = figures;
  const from = (own: string | null, others: number) =>
    [own, others > 0 ? t('figures:learnedOthers', { count: others }) : null].filter(Boolean).join(' ') ||
    t('figures:learnedNone');
  const rows = [
    ...figures.channels.map((one) => ({
      what: t(`words:channel.${one.channel}`),
      ...one,
      from: from(one.own > 0 ? t('figures:learnedOwn', { count: one.own }) : null, one.others),
    })),
    {
      what: t('figures:finding'),
      ...acquisition,
      from: from(
        acquisition.spent > 0 || acquisition.own > 0
          ? t('figures:foundOwn', { count: acquisition.own, spent: format.minutes(acquisition.spent) })
          : null,
        acquisition.others,
      ),
    },
  ];
  return (
    <TableRoom label={t('figures:minutes')}>
      <table className="data-table data-table--words figures-table number">
        <thead>
          <tr>
            <th scope="col">{t('figures:what')}</th>
            <th scope="col">{t('figures:uses')}</th>
            <th scope="col">{t('figures:setting')}</th>
            <th scope="col">{t('figures:learned')}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.what}>
              <th scope="row">{row.what}</th>
              <td>
                <strong>{format.minutes(row.minutes)}</strong>
              </td>
              <td>{format.number(row.setting)}</td>
              <td>{row.from}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </TableRoom>
  );
}
