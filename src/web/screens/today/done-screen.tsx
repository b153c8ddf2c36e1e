import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import { outcomes } from '#core/opportunity/vocabulary';
import { useUndo } from '../../data/use-act.ts';
import { doneQuery } from '../../data/today.ts';
import { useMe } from '../../data/me.ts';
import { useOutbox } from '../../offline/use-outbox.ts';
import { Button } from '../../ui/button.tsx';
import { Page } from '../../ui/page.tsx';
import { EmptyState, ErrorState, Skeleton } from '../../ui/states.tsx';
import { Trail } from '../../ui/trail.tsx';
import { useFormat } from '../../ui/use-format.ts';
import { PendingLines } from '../offline/pending-lines.tsx';
import { TodayTabs } from './today-tabs.tsx';
import { WhoElse } from './who-else.tsx';
import './today.css';

/** What was logged today, newest first, each with its way back. */
export function DoneScreen() {
  const { t } = useTranslation(['today', 'words', 'timeline', 'ui']);
  const format = useFormat();
  const me = useMe();
  const undo = useUndo();
  const done = useQuery(doneQuery);
  const { entries } = useOutbox();
  return (
    <Page title={t('today:doneTitle')} about={`${format.longDay(me.today)} · ${format.week(me.today)}`}>
      <TodayTabs />
      <PendingLines entries={entries} named />
      {done.isPending && <Skeleton height={64} rows={4} />}
      {done.isError && <ErrorState error={done.error} onRetry={() => void done.refetch()} />}
      {done.data?.items.length === 0 && entries.length === 0 && (
        <EmptyState title={t('today:doneEmpty')}>{t('today:doneEmptyBody')}</EmptyState>
      )}
      {done.data && done.data.items.length > 0 && (
        <ul>
          {done.data.items.map((item) => {
            const outcome = outcomes.find((one) => one === item.outcome);
            const { changeId } = item;
            return (
              <li key={item.momentId} className="line">
                <div className="line__what">
                  {item.personId ? (
                    <Link href={`/persons/${item.personId}`}>{item.personName}</Link>
                  ) : (
                    <strong>{item.personName}</strong>
                  )}
                  <p className="muted small">
                    {format.clock(item.at)} ·{' '}
                    {item.number === null ? t('timeline:care') : t('timeline:contact', { number: item.number })}
                    {outcome && ` · ${t(`words:outcome.${outcome}`).toLowerCase()}`}
                  </p>
                </div>
                {item.opportunity && (
                  <Trail
                    known={item.opportunity.heldKnown}
                    held={item.opportunity.held}
                    next={item.opportunity.nextMoment?.number ?? null}
                    worded
                  />
                )}
                {changeId && (
                  <Button
                    size="small"
                    aria-label={t('today:undoFor', { name: item.personName })}
                    onClick={() => void undo(changeId)}
                  >
                    {t('ui:undo')}
                  </Button>
                )}
              </li>
            );
          })}
        </ul>
      )}
      <WhoElse />
    </Page>
  );
}
