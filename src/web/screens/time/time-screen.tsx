import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { TimeSpent } from '#contract/time';
import { addDays, toDay } from '#core/day/day';
import { fewestInTotal, mondayOf } from '#core/time/time-kind';
import { useMe } from '../../data/me.ts';
import { membersQuery } from '../../data/settings.ts';
import { timeQuery } from '../../data/time.ts';
import { ButtonTo } from '../../ui/button.tsx';
import { Select } from '../../ui/field.tsx';
import { Page } from '../../ui/page.tsx';
import { EmptyState, ErrorState, Skeleton } from '../../ui/states.tsx';
import { useFormat } from '../../ui/use-format.ts';
import { MirrorTabs } from './mirror-tabs.tsx';
import { TimeBrought } from './time-brought.tsx';
import { TimeChart } from './time-chart.tsx';
import { TimeTable } from './time-table.tsx';
import '../mirror/mirror.css';
import './time.css';

const periods = [13, 26, 52] as const;

/** Time a week on new, running, revived and care, and what each brought (product.md, row 6). */
export function TimeScreen() {
  const { t } = useTranslation('spent');
  const { member, today } = useMe();
  const [weeks, setWeeks] = useState<number>(13);
  const [of, setOf] = useState<'me' | 'workspace'>('me');
  const leads = member.role === 'owner' || member.role === 'manager';
  const members = useQuery({ ...membersQuery, enabled: leads }).data?.items ?? [];
  const many = members.filter((one) => one.role !== 'viewer').length >= fewestInTotal;
  const from = addDays(mondayOf(toDay(today)), -7 * (weeks - 1));
  const query = useQuery(timeQuery({ from, to: today, ...(of === 'workspace' && { of }) }));
  return (
    <Page title={t('title')} about={t('about')}>
      <MirrorTabs />
      <div className="mirror__filters time__filters">
        <Select label={t('period')} value={weeks} onChange={(event) => setWeeks(Number(event.target.value))}>
          {periods.map((count) => (
            <option key={count} value={count}>
              {t('weeks', { count })}
            </option>
          ))}
        </Select>
        {leads && many && (
          <Select
            label={t('of')}
            value={of}
            onChange={(event) => setOf(event.target.value === 'workspace' ? 'workspace' : 'me')}
          >
            <option value="me">{t('ofMe')}</option>
            <option value="workspace">{t('ofWorkspace')}</option>
          </Select>
        )}
      </div>
      {query.isError && <ErrorState error={query.error} onRetry={() => void query.refetch()} />}
      {query.isPending && <Skeleton height={340} />}
      {query.data && <Picture time={query.data} />}
    </Page>
  );
}

function Picture({ time }: { time: TimeSpent }) {
  const { t } = useTranslation('spent');
  const format = useFormat();
  if (time.count === 0 && time.sales === 0) {
    return (
      <EmptyState
        title={t('emptyTitle')}
        acts={
          <ButtonTo kind="primary" to="/">
            {t('emptyAct')}
          </ButtonTo>
        }
      >
        {t('emptyBody')}
      </EmptyState>
    );
  }
  const about = {
    count: time.count,
    n: format.number(time.count),
    time: format.duration(time.minutes),
    from: format.shortDay(time.from),
    to: format.shortDay(time.to),
  };
  return (
    <>
      <section className="mirror__picture card">
        <header>
          <h2>{t('chartTitle')}</h2>
          <p className="muted">{t('chartAbout', about)}</p>
        </header>
        <TimeChart time={time} />
        <TimeTable time={time} />
      </section>
      <TimeBrought time={time} />
    </>
  );
}
