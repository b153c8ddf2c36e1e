import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { FiguresOf, NumberFigures } from '#contract/figures';
import { figuresQuery } from '../../data/figures.ts';
import { TableRoom } from '../../ui/data-table.tsx';
import { ErrorState, Skeleton } from '../../ui/states.tsx';
import { type Format, useFormat } from '../../ui/use-format.ts';
import { useAverageWords } from '../figures/use-average-words.ts';
import { useDayOf } from '../prospecting/use-day-of.ts';
import { LearnedTable } from './learned-table.tsx';
import { Section } from './section.tsx';

/** All that the index is reckoned with, in the open: every figure with its range, its counts, where it comes from, and its date. */
export function FiguresTableSection() {
  const { t } = useTranslation('figures');
  const averageWords = useAverageWords();
  const query = useQuery(figuresQuery);
  const { data } = query;
  return (
    <Section id="figures" title={t('title')} about={data && <About figures={data} />}>
      {query.isPending && <Skeleton height={300} />}
      {query.isError && <ErrorState error={query.error} onRetry={() => void query.refetch()} />}
      {data && (
        <>
          <NumbersTable figures={data} />
          <h3>{t('average')}</h3>
          <p>{averageWords(data)}</p>
          <h3>{t('minutes')}</h3>
          <LearnedTable figures={data} />
        </>
      )}
    </Section>
  );
}

/** The date of the figures, and how many ended opportunities there are to speak of. */
function About({ figures: { madeAt, ended, enough } }: { figures: FiguresOf }) {
  const { t } = useTranslation('figures');
  const format = useFormat();
  const dayOf = useDayOf();
  const date = { day: format.shortDay(dayOf(madeAt)), time: format.clock(madeAt) };
  return (
    <>
      {t('about', { ...date, count: ended })} {!enough && t('few')}
    </>
  );
}

function NumbersTable({ figures }: { figures: FiguresOf }) {
  const { t } = useTranslation('figures');
  const format = useFormat();
  return (
    <>
      <TableRoom label={t('byContact')}>
        <table className="data-table data-table--words figures-table number">
          <thead>
            <tr>
              <th scope="col">{t('contact')}</th>
              <th scope="col">{t('buys')}</th>
              <th scope="col">{t('goesOn')}</th>
              <th scope="col">{t('counts')}</th>
              <th scope="col">{t('weights')}</th>
              <th scope="col">{t('beatsNew')}</th>
            </tr>
          </thead>
          <tbody>
            {figures.numbers.map((one) => (
              <tr key={one.number}>
                <th scope="row">{one.number}</th>
                <td>
                  <strong>{format.percent(one.hazard, 1)}</strong>{' '}
                  <span className="muted">
                    {t('between', { low: format.percent(one.low, 1), high: format.percent(one.high, 1) })}
                  </span>
                </td>
                <td>{format.percent(one.continues, 1)}</td>
                <td>{[one.tried, one.sold, one.refused].map((count) => format.number(count)).join(' · ')}</td>
                <td>{weightsOf(one, t, format)}</td>
                <td>{one.beatsNew === null ? '' : t(one.beatsNew ? 'yes' : 'no')}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </TableRoom>
      <p className="muted small">
        {t('interval')} {figures.salesBeyond12 > 0 && t('beyond', { count: figures.salesBeyond12 })}
      </p>
    </>
  );
}

/** The parts that weigh at least half a percent. */
function weightsOf(
  { weight }: NumberFigures,
  t: ReturnType<typeof useTranslation<'figures'>>['t'],
  format: Format,
): string {
  const said = (share: number, words: (share: string) => string) =>
    share >= 0.005 ? [words(format.percent(share))] : [];
  return [
    ...said(weight.own, (share) => t('weightOwn', { share })),
    ...said(weight.team, (share) => t('weightTeam', { share })),
    ...said(weight.workspace, (share) => t('weightWorkspace', { share })),
    ...said(weight.article, (share) => t('weightArticle', { share })),
  ].join(', ');
}
