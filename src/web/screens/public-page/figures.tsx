import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { publicFiguresQuery } from '../../data/public-page.ts';
import { TableRoom } from '../../ui/data-table.tsx';
import { ErrorState, Skeleton } from '../../ui/states.tsx';
import { Section } from '../settings/section.tsx';

/** How many, and of each lesson how many it went to, how many did it, and how many bought after it. */
export function Figures() {
  const { t } = useTranslation('publicPage');
  const { data, isPending, isError, error, refetch } = useQuery(publicFiguresQuery);
  const counts = ['running', 'finished', 'tips', 'left', 'unconfirmed', 'sold'] as const;
  return (
    <Section id="figures" title={t('figures')} about={t('figuresBody')}>
      {isPending && <Skeleton height={60} rows={4} />}
      {isError && <ErrorState error={error} onRetry={() => void refetch()} />}
      {data && (
        <>
          <ul className="public-page__counts">
            {counts.map((count) => (
              <li key={count}>
                <strong>{data[count]}</strong> {t(count === 'tips' ? 'tipsCount' : count)}
              </li>
            ))}
          </ul>
          <TableRoom label={t('lessons')}>
            <table className="data-table">
              <thead>
                <tr>
                  <th scope="col">{t('lessonColumn')}</th>
                  <th scope="col">{t('sentColumn')}</th>
                  <th scope="col">{t('doneColumn')}</th>
                  <th scope="col">{t('soldColumn')}</th>
                </tr>
              </thead>
              <tbody>
                {data.lessons.map((lesson) => (
                  <tr key={lesson.number}>
                    <th scope="row">{lesson.number}</th>
                    <td>{lesson.sent}</td>
                    <td>{lesson.done}</td>
                    <td>{lesson.sold}</td>
                  </tr>
                ))}
              </tbody>
            </table>
          </TableRoom>
          <p className="muted">{t('soldHint')}</p>
        </>
      )}
    </Section>
  );
}
