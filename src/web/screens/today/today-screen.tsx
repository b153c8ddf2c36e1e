import { Fragment } from 'react';
import { useTranslation } from 'react-i18next';
import type { Today } from '#contract/today';
import { useMe } from '../../data/me.ts';
import { useToday } from '../../data/use-today.ts';
import { Page } from '../../ui/page.tsx';
import { ErrorState, Skeleton } from '../../ui/states.tsx';
import { useFormat } from '../../ui/use-format.ts';
import { RightsLine } from '../rights/rights-line.tsx';
import { Prospecting } from '../prospecting/prospecting.tsx';
import { AskNotices } from './ask-notices.tsx';
import { BeginHere } from './begin-here.tsx';
import { CareSection, PromiseSection } from './care-section.tsx';
import { Away } from './away.tsx';
import { FocusCard } from './focus-card.tsx';
import { FromCalendar } from './from-calendar.tsx';
import { Leftovers, Rest } from './leftovers.tsx';
import { MinutesChips } from './minutes-chips.tsx';
import { useMinutes } from './minutes-choice.ts';
import { QueueRow } from './queue-row.tsx';
import { Ready } from './ready.tsx';
import { TodayAside } from './today-aside.tsx';
import { TodayTabs } from './today-tabs.tsx';
import { usePlanKeys } from './use-plan-keys.ts';
import { WhoElse } from './who-else.tsx';
import './today.css';

/** The plan that fits the minutes one has: the one to do now on top, the rest in order, nothing in red. */
export function TodayScreen() {
  const { t } = useTranslation(['today', 'ui']);
  const format = useFormat();
  const me = useMe();
  const [minutes, setMinutes] = useMinutes();
  const { today, ...query } = useToday(minutes);
  return (
    <Page
      title={t('today:title')}
      about={`${format.longDay(me.today)} · ${format.week(me.today)}`}
      acts={<MinutesChips minutes={minutes} onChange={setMinutes} />}
      aside={today && !today.empty && <TodayAside today={today} />}
    >
      <TodayTabs />
      <RightsLine />
      <Prospecting />
      <FromCalendar minutes={minutes} onChoose={setMinutes} />
      {today ? (
        today.empty ? (
          <BeginHere />
        ) : (
          <Plan today={today} />
        )
      ) : query.isError ? (
        <ErrorState error={query.error} onRetry={() => void query.refetch()} />
      ) : (
        <>
          <Skeleton height={280} />
          <Skeleton height={64} rows={4} />
        </>
      )}
    </Page>
  );
}

function Plan({ today }: { today: Today }) {
  const { t } = useTranslation('today');
  const format = useFormat();
  const at = usePlanKeys(today.items);
  const [first, ...then] = today.items;
  // What the figures say to let rest stands last; above it, what to do instead.
  const firstToRest = then.find((item) => item.why.code === 'let_rest')?.opportunity.id;
  const thenMinutes = then.reduce((sum, item) => sum + item.minutes, 0);
  return (
    <>
      <Away today={today} />
      {today.minutesPlanned > today.minutes && (
        <p className="muted small">{t('moreThanMinutes', { minutes: format.minutes(today.minutesPlanned) })}</p>
      )}
      {first ? (
        <FocusCard key={first.opportunity.id} item={first} gold={today.gold} selected={at === 0} />
      ) : (
        <Ready today={today} />
      )}
      {then.length > 0 && (
        <section aria-labelledby="then">
          <header className="queue__head">
            <h2 id="then">{t('then', { count: then.length, minutes: thenMinutes })}</h2>
            {today.figures && today.expected > 0 && (
              <p className="muted number">{t('estimate', { amount: format.estimate(today.expected) })}</p>
            )}
          </header>
          <ul>
            {then.map((item, index) => (
              <Fragment key={item.opportunity.id}>
                {item.opportunity.id === firstToRest && <li className="row__fresh">{t('fresh')}</li>}
                <QueueRow item={item} gold={today.gold} figures={today.figures} selected={at === index + 1} />
              </Fragment>
            ))}
          </ul>
        </section>
      )}
      <PromiseSection today={today} />
      <CareSection today={today} />
      <Leftovers today={today} />
      <Rest today={today} />
      <WhoElse />
      <AskNotices logged={today.done.moments > 0} />
    </>
  );
}
