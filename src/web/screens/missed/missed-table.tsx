import { useTranslation } from 'react-i18next';
import type { MissedRevenue } from '#contract/mirror';
import { useFormat } from '../../ui/use-format.ts';
import { useShareWords } from './share-words.ts';

type Row = MissedRevenue['rows'][number];

/** By the number at which one stopped; 12 and beyond are one row, for the engine treats them alike. */
export function MissedTable({ missed }: { missed: MissedRevenue }) {
  const { t } = useTranslation('missed');
  const format = useFormat();
  const shareWords = useShareWords();
  const rows = withinTwelve(missed.rows);
  const most = Math.max(1, ...rows.map((row) => row.gross));
  const numberOf = ({ held }: Row) =>
    held === 0 ? t('numberNone') : held >= 12 ? t('numberMore') : t('numberContact', { number: held });
  return (
    <section className="missed__by">
      <h2>{t('byNumber')}</h2>
      <p className="muted small">{t('formula')}</p>
      {missed.withoutValue > 0 && (
        <p className="small">
          {t('withoutValue', {
            count: missed.withoutValue,
            n: format.number(missed.withoutValue),
            average: format.wholeMoney(missed.averageValue),
          })}
        </p>
      )}
      <table className="missed__table number">
        <thead>
          <tr>
            <th scope="col">{t('number')}</th>
            <th scope="col">{t('people')}</th>
            <th scope="col">{t('value')}</th>
            <th scope="col">{t('buyLater')}</th>
            <th scope="col">{t('gain')}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.held}>
              <th scope="row">{numberOf(row)}</th>
              <td data-label={t('people')}>{format.number(row.count)}</td>
              <td data-label={t('value')}>{format.wholeMoney(row.value)}</td>
              <td data-label={t('buyLater')}>{shareWords(row.buyLater)}</td>
              <td data-label={t('gain')} className="missed__gain">
                <span className="missed__bar" style={{ width: `${(100 * row.gross) / most}%` }} aria-hidden="true" />
                <span>{format.estimate(row.gross)}</span>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

function withinTwelve(rows: readonly Row[]): Row[] {
  const beyond = rows.filter((row) => row.held >= 12);
  const within = rows.filter((row) => row.held < 12);
  if (beyond.length === 0) return within;
  const sum = (of: (row: Row) => number) => beyond.reduce((total, row) => total + of(row), 0);
  const value = sum((row) => row.value);
  const gross = sum((row) => row.gross);
  return [
    ...within,
    { held: 12, count: sum((row) => row.count), value, gross, buyLater: value > 0 ? gross / value : 0 },
  ];
}
