import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Mirror } from '#contract/mirror';
import { useMe } from '../../data/me.ts';
import { mirrorQuery } from '../../data/mirror.ts';
import { Button, ButtonTo } from '../../ui/button.tsx';
import { Page } from '../../ui/page.tsx';
import { EmptyState, ErrorState, Skeleton } from '../../ui/states.tsx';
import { useFormat } from '../../ui/use-format.ts';
import { MirrorTabs } from '../time/mirror-tabs.tsx';
import { MirrorAsk } from './mirror-ask.tsx';
import { MirrorAside } from './mirror-aside.tsx';
import { MirrorChart } from './mirror-chart.tsx';
import { isNarrowed, queryOf, wholeMirror, type MirrorFilter } from './mirror-filter.ts';
import { MirrorFilters } from './mirror-filters.tsx';
import { MirrorSays } from './mirror-says.tsx';
import { MirrorTable } from './mirror-table.tsx';
import './mirror.css';

/** Where you stop beside where your sales happen (product.md, row 4). First it asks what you think. */
export function MirrorScreen() {
  const { t } = useTranslation('mirror');
  const me = useMe();
  const [filter, setFilter] = useState<MirrorFilter>(wholeMirror);
  const [asking, setAsking] = useState<'first' | 'again' | 'done'>('first');
  const whole = useQuery(mirrorQuery({}));
  const shown = useQuery(mirrorQuery(queryOf(filter, me.today)));
  const mirror = shown.data;
  const ended = whole.data?.ended ?? 0;
  const asks = ended > 0 && (asking === 'again' || (asking === 'first' && whole.data?.guess === null));

  return (
    <Page
      title={t('title')}
      about={t('about')}
      aside={
        whole.data && ended > 0 && !asks ? (
          <MirrorAside mirror={whole.data} onGuess={() => setAsking('again')} />
        ) : undefined
      }
    >
      <MirrorTabs />
      {(shown.isError || whole.isError) && (
        <ErrorState
          error={shown.error ?? whole.error}
          onRetry={() => {
            void whole.refetch();
            void shown.refetch();
          }}
        />
      )}
      {(shown.isPending || whole.isPending) && <Skeleton height={340} />}
      {whole.data && mirror && ended === 0 && (
        <>
          <EmptyState
            title={t('emptyTitle')}
            acts={
              <ButtonTo kind="primary" to="/import">
                {t('emptyAct')}
              </ButtonTo>
            }
          >
            {t('emptyBody')}
          </EmptyState>
          <MirrorSays mirror={whole.data} />
        </>
      )}
      {asks && <MirrorAsk onSkip={() => setAsking('done')} />}
      {mirror && ended > 0 && !asks && (
        <>
          <MirrorFilters
            filter={filter}
            sources={whole.data?.sources ?? []}
            onChange={(change) => setFilter((before) => ({ ...before, ...change }))}
          />
          <Picture mirror={mirror} filter={filter} onAll={() => setFilter({ ...wholeMirror, by: filter.by })} />
        </>
      )}
    </Page>
  );
}

function Picture({ mirror, filter, onAll }: { mirror: Mirror; filter: MirrorFilter; onAll: () => void }) {
  const { t } = useTranslation('mirror');
  const format = useFormat();
  if (mirror.ended === 0) {
    return (
      <EmptyState
        title={t('emptyFilter')}
        acts={isNarrowed(filter) && <Button onClick={onAll}>{t('emptyFilterAct')}</Button>}
      />
    );
  }
  const counts = { count: mirror.ended, n: format.number(mirror.ended), won: format.number(mirror.won) };
  return (
    <>
      <section className="mirror__picture card">
        <header>
          <h2>{t('chartTitle')}</h2>
          <p className="muted">
            {mirror.by === 'contact' ? t('chartAboutContact', counts) : t('chartAboutConversation', counts)}
          </p>
        </header>
        {!mirror.enough && <p className="mirror__few">{t('few', counts)}</p>}
        <MirrorChart mirror={mirror} />
        <MirrorTable mirror={mirror} />
      </section>
      <MirrorSays mirror={mirror} />
    </>
  );
}
