import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { Today } from '#contract/today';
import { doneQuery } from '../../data/today.ts';
import { Button } from '../../ui/button.tsx';
import { Page } from '../../ui/page.tsx';
import { useFormat } from '../../ui/use-format.ts';
import { DoneLines } from '../today/done-lines.tsx';
import { useDoneCounts } from '../today/use-done-counts.ts';
import { WhoElse } from '../today/who-else.tsx';
import { doneIn, type Block } from './block.ts';
import { useWaitingSince } from './use-block.ts';

type Props = { today: Today; block: Block; onAgain: () => void; onLeave: () => void };

/** The end of a block: what was done in it, by name, and who else was spoken to. */
export function BlockDone({ today, block, onAgain, onLeave }: Props) {
  const { t } = useTranslation('focus');
  const format = useFormat();
  const waiting = useWaitingSince(block);
  const done = doneIn(today, block);
  const counts = useDoneCounts({ done: { ...done, moments: done.moments + waiting } });
  const list = useQuery(doneQuery);
  return (
    <Page title={t('endTitle')}>
      <section className="card">
        <p>
          {counts.length > 0
            ? t('endCounts', { list: format.list(counts.map(({ count, word }) => `${count} ${word}`)) })
            : t('endNone')}
        </p>
        {waiting > 0 && <p className="muted small">{t('endWaiting', { count: waiting })}</p>}
        <div className="state__acts">
          <Button kind="primary" onClick={onLeave}>
            {t('toToday')}
          </Button>
          <Button onClick={onAgain}>{t('again')}</Button>
        </div>
      </section>
      {/* The newest first: those of the block come before those of earlier today. */}
      {list.data && done.moments > 0 && (
        <DoneLines items={list.data.items.filter((one) => one.opportunity).slice(0, done.moments)} />
      )}
      <WhoElse />
    </Page>
  );
}
