import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import { useMe } from '../../data/me.ts';
import { monthQuery } from '../../data/stories.ts';
import { useFormat } from '../../ui/use-format.ts';
import { useDoneCounts } from './use-done-counts.ts';

/** What went well this month, as counts; never what was lost (product.md, section 5 rule 9). */
export function GoodMonth() {
  const { t } = useTranslation('today');
  const format = useFormat();
  const { data: month } = useQuery(monthQuery(useMe().today));
  const counts = useDoneCounts({
    done: month ?? { moments: 0, conversations: 0, appointments: 0, sales: 0, minutes: 0 },
  });
  if (!month) return null;
  return (
    <section aria-labelledby="good-month">
      <h2 id="good-month">{t('goodMonth')}</h2>
      {counts.length === 0 && <p className="muted">{t('goodMonthNone')}</p>}
      <ul className="good-month number">
        {counts.toReversed().map(({ name, count, word }) => (
          <li key={name}>
            <strong>{format.number(count)}</strong>{' '}
            {name === 'sales' ? <Link href="/mirror/stories">{word}</Link> : word}
            {name === 'sales' && month.value > 0 && (
              <span className="muted"> · {t('goodMonthFor', { value: format.wholeMoney(month.value) })}</span>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}
