import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import type { Opportunity } from '#contract/opportunity';
import { laterQuery } from '../../data/today.ts';
import { useMayWrite, useMe } from '../../data/me.ts';
import { withWaiting } from '../../offline/overlay.ts';
import { useWaiting } from '../../offline/use-outbox.ts';
import { Button } from '../../ui/button.tsx';
import { Page } from '../../ui/page.tsx';
import { EmptyState, ErrorState, Skeleton } from '../../ui/states.tsx';
import { Trail } from '../../ui/trail.tsx';
import { useFormat } from '../../ui/use-format.ts';
import { aboutOf, nameOf, pageOf } from '../opportunity/who-is.ts';
import { PendingBadge } from '../offline/pending-lines.tsx';
import { useSheets } from '../shell/sheets.tsx';
import { TodayTabs } from './today-tabs.tsx';
import './today.css';

/** The next moments after today, by day. */
export function LaterScreen() {
  const { t } = useTranslation(['today', 'shell']);
  const format = useFormat();
  const me = useMe();
  const mayWrite = useMayWrite();
  const sheets = useSheets();
  const later = useQuery(laterQuery);
  return (
    <Page title={t('today:laterTitle')} about={`${format.longDay(me.today)} · ${format.week(me.today)}`}>
      <TodayTabs />
      {later.isPending && <Skeleton height={64} rows={5} />}
      {later.isError && <ErrorState error={later.error} onRetry={() => void later.refetch()} />}
      {later.data?.items.length === 0 && (
        <EmptyState
          title={t('today:laterEmpty')}
          acts={
            mayWrite && (
              <Button kind="primary" onClick={() => sheets.open({ kind: 'add' })}>
                {t('shell:add')}
              </Button>
            )
          }
        >
          {t('today:laterEmptyBody')}
        </EmptyState>
      )}
      {later.data &&
        byDay(later.data.items).map(([day, items]) => (
          <section key={day} aria-labelledby={`day-${day}`}>
            <header className="section__head">
              <h2 id={`day-${day}`}>
                {format.planned(day)} <span className="muted number">{items.length}</span>
              </h2>
            </header>
            <ul>
              {items.map((opportunity) => (
                <LaterLine key={opportunity.id} opportunity={opportunity} />
              ))}
            </ul>
          </section>
        ))}
    </Page>
  );
}

function byDay(items: readonly Opportunity[]): [string, Opportunity[]][] {
  const days = new Map<string, Opportunity[]>();
  for (const item of items) {
    const day = item.nextMoment?.on;
    if (day) days.set(day, [...(days.get(day) ?? []), item]);
  }
  return [...days];
}

function LaterLine({ opportunity: known }: { opportunity: Opportunity }) {
  const waiting = useWaiting(known.id);
  const opportunity = withWaiting(known, waiting);
  const { t } = useTranslation(['today', 'words']);
  const format = useFormat();
  const sheets = useSheets();
  const mayWrite = useMayWrite();
  const next = opportunity.nextMoment;
  return (
    <li className="line">
      <div className="line__what">
        <Link href={pageOf(opportunity)}>{nameOf(opportunity)}</Link>
        <p className="muted small">
          {[
            next && `${t(`words:channel.${next.channel}`)}${next.at ? ` ${format.clock(next.at)}` : ''}`,
            aboutOf(opportunity),
          ]
            .filter(Boolean)
            .join(' · ')}
        </p>
        <PendingBadge entries={waiting} />
      </div>
      <Trail known={opportunity.heldKnown} held={opportunity.held} next={next?.number ?? null} worded />
      {mayWrite && (
        <div className="line__acts">
          <Button
            size="small"
            aria-label={t('today:laterFor', { name: nameOf(opportunity) })}
            onClick={() => sheets.open({ kind: 'plan', opportunity: known })}
          >
            {t('today:later')}
          </Button>
          <Button
            size="small"
            aria-label={t('today:logFor', { name: nameOf(opportunity) })}
            onClick={() => sheets.open({ kind: 'log', opportunity: known })}
          >
            {t('today:log')}
          </Button>
        </div>
      )}
    </li>
  );
}
