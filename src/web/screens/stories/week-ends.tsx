import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import { toDay, weekdayOf } from '#core/day/day';
import { useMe } from '../../data/me.ts';

/** From the last working day of one's week on: the way to what went well in it. */
export function WeekEnds() {
  const { t } = useTranslation('stories');
  const { member, today } = useMe();
  if (weekdayOf(toDay(today)) < Math.max(...member.workingDays)) return null;
  return (
    <section aria-labelledby="week-ends">
      <h2 id="week-ends">{t('thisWeek')}</h2>
      <p>
        <Link href="/mirror/stories">{t('weekOpen')}</Link>
      </p>
    </section>
  );
}
