import { Fragment, useDeferredValue } from 'react';
import { useTranslation } from 'react-i18next';
import { Timer } from 'lucide-react';
import type { Today } from '#contract/today';
import { useMe } from '../../data/me.ts';
import { useToday } from '../../data/use-today.ts';
import { Afterwards } from '../../ui/afterwards.tsx';
import { Button } from '../../ui/button.tsx';
import { Page } from '../../ui/page.tsx';
import { ErrorState, Skeleton } from '../../ui/states.tsx';
import { useFormat } from '../../ui/use-format.ts';
import { usualMinutes } from '../focus/block.ts';
import { useBeginBlock } from '../focus/use-begin-block.ts';
import { pageOf } from '../opportunity/who-is.ts';
import { RightsLine } from '../rights/rights-line.tsx';
import { Prospecting } from '../prospecting/prospecting.tsx';
import { LogSheetAhead } from '../shell/log-sheet-ahead.tsx';
import { useRememberList } from '../shell/neighbours.ts';
import { AskNotices } from './ask-notices.tsx';
import { BeginHere } from './begin-here.tsx';
import { CareSection, PromiseSection } from './care-section.tsx';
import { Away } from './away.tsx';
import { ClockNotice } from './clock-notice.tsx';
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
  const { today: known, ...query } = useToday(minutes);
  // A plan that comes in is drawn in small pieces: a tap or a key meanwhile goes first.
  const today = useDeferredValue(known);
  return (
    <Page
      title={t('today:title')}
      about={`${format.longDay(me.today)} · ${format.week(me.today)}`}
      acts={<MinutesChips minutes={minutes} onChange={setMinutes} />}
      aside={today && !today.empty && <TodayAside today={today} />}
    >
      <TodayTabs />
      <ClockNotice />
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
  const { t } = useTranslation(['today', 'focus']);
  const format = useFormat();
  const at = usePlanKeys(today.items);
  const begin = useBeginBlock(today);
  useRememberList(() => [...today.items, ...today.rest].map((item) => pageOf(item.opportunity)));
  const [first, ...then] = today.items;
  // What the figures say to let rest stands last; above it, what to do instead.
  const firstToRest = then.find((item) => item.why.code === 'let_rest')?.opportunity.id;
  const thenMinutes = then.reduce((sum, item) => sum + item.minutes, 0);
  return (
    <>
      <Away today={today} />
      {today.minutesPlanned > today.minutes && (
        <p className="muted small">{t('today:moreThanMinutes', { minutes: format.minutes(today.minutesPlanned) })}</p>
      )}
      {first ? (
        <FocusCard key={first.opportunity.id} item={first} gold={today.gold} selected={at === 0} />
      ) : (
        <Ready today={today} />
      )}
      <Afterwards>
        {then.length > 0 && (
          <section aria-labelledby="then">
            <header className="queue__head">
              <h2 id="then">{t('today:then', { count: then.length, minutes: thenMinutes })}</h2>
              {today.figures && today.expected > 0 && (
                <p className="muted number">{t('today:estimate', { amount: format.estimate(today.expected) })}</p>
              )}
              {begin && (
                <Button kind="quiet" icon={<Timer size={18} aria-hidden="true" />} onClick={begin}>
                  {t('focus:start', { minutes: usualMinutes })}
                </Button>
              )}
            </header>
            <ul>
              {then.map((item, index) => (
                <Fragment key={item.opportunity.id}>
                  {item.opportunity.id === firstToRest && <li className="row__fresh">{t('today:fresh')}</li>}
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
        {first && <LogSheetAhead opportunity={first.opportunity} />}
      </Afterwards>
    </>
  );
}
