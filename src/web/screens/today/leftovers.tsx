import { useTranslation } from 'react-i18next';
import type { Today, TodayItem } from '#contract/today';
import type { SpreadDone } from '../../data/shapes.ts';
import { api } from '../../data/client.ts';
import { useAct } from '../../data/use-act.ts';
import { useMayWrite } from '../../data/me.ts';
import { Button } from '../../ui/button.tsx';
import { Fold } from '../../ui/fold.tsx';
import { QueueRow } from './queue-row.tsx';

/** A week of working days: "over deze week". */
const daysToSpread = 5;

function isLeftover(item: TodayItem, today: Today): boolean {
  const next = item.opportunity.nextMoment;
  return next !== null && next.on < today.on;
}

/** "Van eerder": a plain number, folded; spread over the week in one step that can be taken back. */
export function Leftovers({ today }: { today: Today }) {
  const { t } = useTranslation('today');
  const mayWrite = useMayWrite();
  const spread = useAct({
    run: () => api.post<SpreadDone>('/today/spread', { days: daysToSpread }),
    says: (out) => t('spreadDone', { count: out.moved }),
    change: (out) => out.changeId,
  });
  if (today.leftoverCount === 0) return null;
  const rows = today.rest.filter((item) => isLeftover(item, today));
  const count = t(today.leftoverMore ? 'earlierMore' : 'earlierCount', { count: today.leftoverCount });
  return (
    <section aria-label={t('earlier')} className="fold__line">
      {rows.length === 0 ? (
        // All of them stand in the plan above, or behind somebody who does.
        <p>{count}</p>
      ) : (
        <Fold summary={count}>{() => <Rows items={rows} of={today.leftoverCount} today={today} />}</Fold>
      )}
      {mayWrite && (
        <Button busy={spread.isPending} onClick={() => spread.mutate(undefined)}>
          {t('spread')}
        </Button>
      )}
    </section>
  );
}

/** What is due but did not fit in the minutes: there when one wants it. */
export function Rest({ today }: { today: Today }) {
  const { t } = useTranslation('today');
  const rows = today.rest.filter((item) => !isLeftover(item, today));
  if (rows.length === 0) return null;
  const count = Math.max(rows.length, today.restCount - today.leftoverCount);
  return (
    <Fold summary={t(today.restMore ? 'restMore' : 'rest', { count })}>
      {() => <Rows items={rows} of={count} today={today} />}
    </Fold>
  );
}

/** `of`: how many there are; the answer brings the best of them. */
function Rows({ items, of, today }: { items: readonly TodayItem[]; of: number; today: Today }) {
  const { t } = useTranslation('today');
  return (
    <>
      <ul>
        {items.map((item) => (
          <QueueRow key={item.opportunity.id} item={item} gold={today.gold} figures={today.figures} selected={false} />
        ))}
      </ul>
      {of > items.length && <p className="fold__others muted">{t('restBest')}</p>}
    </>
  );
}
