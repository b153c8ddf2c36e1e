import { useQuery } from '@tanstack/react-query';
import { ChevronLeft, ChevronRight } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Story, Week } from '#contract/story';
import { addDays, toDay } from '#core/day/day';
import { mondayOf } from '#core/time/time-kind';
import { weekNumber } from '#i18n/format';
import { useMe } from '../../data/me.ts';
import { weekQuery } from '../../data/stories.ts';
import { ErrorState, Skeleton } from '../../ui/states.tsx';
import { useFormat } from '../../ui/use-format.ts';
import { nameOf } from '../opportunity/who-is.ts';
import './week-card.css';

/** The week in short, wins first; losses have their own place (product.md, section 5 rule 9). Weeks back by the arrows. */
export function WeekCard() {
  const { t } = useTranslation('stories');
  const thisMonday = mondayOf(toDay(useMe().today));
  const [monday, setMonday] = useState(thisMonday);
  const query = useQuery(weekQuery(monday));
  return (
    <section className="card week-card" aria-labelledby="week">
      <header className="week-card__head">
        <h2 id="week">{monday === thisMonday ? t('thisWeek') : t('week', { number: weekNumber(monday) })}</h2>
        <div className="week-card__turn">
          <button
            type="button"
            className="menu__button"
            aria-label={t('before')}
            onClick={() => setMonday(addDays(monday, -7))}
          >
            <ChevronLeft size={20} aria-hidden="true" />
          </button>
          <button
            type="button"
            className="menu__button"
            aria-label={t('after')}
            disabled={monday >= thisMonday}
            onClick={() => setMonday(addDays(monday, 7))}
          >
            <ChevronRight size={20} aria-hidden="true" />
          </button>
        </div>
      </header>
      {query.isError && <ErrorState error={query.error} onRetry={() => void query.refetch()} />}
      {query.isPending && <Skeleton height={120} />}
      {query.data && <WeekSaid week={query.data} />}
    </section>
  );
}

/** The sales by name, and the counts; what is zero is left out. */
function WeekSaid({ week }: { week: Week }) {
  const { t } = useTranslation('stories');
  const format = useFormat();
  const counts = [
    { name: 'sales', count: week.sales, word: t('sales', { count: week.sales }) },
    { name: 'appointments', count: week.appointments, word: t('appointments', { count: week.appointments }) },
    { name: 'moments', count: week.moments, word: t('moments', { count: week.moments }) },
    { name: 'talks', count: week.conversations, word: t('talks', { count: week.conversations }) },
    { name: 'first', count: week.firstContacts, word: t('first', { count: week.firstContacts }) },
    { name: 'care', count: week.care, word: t('care', { count: week.care }) },
  ].filter(({ count }) => count > 0);
  if (counts.length === 0) return <p className="muted">{t('weekNone')}</p>;
  const value = format.wholeMoney(week.value);
  return (
    <>
      {week.stories.length > 0 && (
        <ul className="week-card__sales">
          {week.stories.slice(0, shownSales).map((story) => (
            <li key={story.opportunity.id}>
              <Sold story={story} />
            </li>
          ))}
        </ul>
      )}
      {week.value > 0 && (
        <p>{week.withoutValue > 0 ? t('soldForSome', { value, count: week.withoutValue }) : t('soldFor', { value })}</p>
      )}
      <dl className="tally number">
        {counts.map(({ name, count, word }) => (
          <div key={name}>
            <dt>{word}</dt>
            <dd>{format.number(count)}</dd>
          </div>
        ))}
      </dl>
    </>
  );
}

const shownSales = 5;

function Sold({ story: { opportunity, number } }: { story: Story }) {
  const { t } = useTranslation('stories');
  const name = nameOf(opportunity);
  return number === null ? t('soldOneBare', { name }) : t('soldOne', { name, number });
}
