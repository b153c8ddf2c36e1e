import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { Today } from '#contract/today';
import { useMe } from '../../data/me.ts';
import { paceQuery } from '../../data/pace.ts';
import { monthQuery } from '../../data/stories.ts';
import { LessonLink } from '../lesson/lesson-link.tsx';
import { PaceAside } from '../pace/pace-aside.tsx';
import { WeekEnds } from '../stories/week-ends.tsx';
import { GoodMonth } from './good-month.tsx';
import { Tomorrow } from './tomorrow.tsx';
import { useDoneCounts } from './use-done-counts.ts';

/** What went well, what tomorrow brings, and how to read the sign. Losses stand elsewhere (product.md, rule 9). */
export function TodayAside({ today }: { today: Today }) {
  const { t } = useTranslation('today');
  const counts = useDoneCounts(today);
  return (
    <div className="today__aside">
      {(counts.length > 0 || today.items.length > 0) && (
        <section aria-labelledby="done-today">
          <h2 id="done-today">{t('done')}</h2>
          {counts.length > 0 ? (
            <dl className="tally number">
              {counts.map(({ name, count, word }) => (
                <div key={name}>
                  <dt>{word}</dt>
                  <dd>{count}</dd>
                </div>
              ))}
            </dl>
          ) : (
            <p className="muted">{t('doneEmpty')}</p>
          )}
          <p className="muted small today__tomorrow">
            <Tomorrow today={today} />
          </p>
        </section>
      )}
      <AllAtOnce today={today} />
    </div>
  );
}

/** Below what is there at once, and together: what comes later than the rest would push it down. */
function AllAtOnce({ today }: { today: Today }) {
  const { t } = useTranslation('today');
  const month = useQuery(monthQuery(useMe().today));
  const pace = useQuery(paceQuery());
  const [first] = today.items;
  if (month.isPending || pace.isPending) return null;
  return (
    <>
      <GoodMonth />
      <WeekEnds />
      {first && <LessonLink number={first.opportunity.held + 1} />}
      <PaceAside />
      <section aria-labelledby="legend">
        <h2 id="legend">{t('legend')}</h2>
        <ul className="legend">
          <li>
            <span className="trail__mark trail__mark--held" aria-hidden="true" />
            {t('legendHeld')}
          </li>
          <li>
            <span className="trail__mark trail__mark--next" aria-hidden="true" />
            {t('legendNext')}
          </li>
          <li>
            <span className="trail__mark trail__mark--gold" aria-hidden="true" />
            {today.figures ? t('legendGoldOwn', { count: today.ended }) : t('legendGoldArticle')}
          </li>
        </ul>
      </section>
    </>
  );
}
