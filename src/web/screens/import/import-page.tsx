import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { Import } from '#contract/import';
import { importQuery } from '../../data/imports.ts';
import { ButtonTo } from '../../ui/button.tsx';
import { Page } from '../../ui/page.tsx';
import { ProgressBar } from '../../ui/progress-bar.tsx';
import { EmptyState, ErrorState, Skeleton } from '../../ui/states.tsx';
import { useFormat } from '../../ui/use-format.ts';
import { FirstFive } from './first-five.tsx';
import { useFileName } from './file-name.ts';
import { KeptList } from './kept-list.tsx';
import { Wizard } from './wizard.tsx';
import './import.css';

/** One list on its way in: the wizard until it is in, then what it tells. */
export function ImportPage({ id }: { id: string }) {
  const { t } = useTranslation('imports');
  const format = useFormat();
  const nameOf = useFileName();
  const found = useQuery(importQuery(id));
  useFreshAfterwards(found.data);
  const data = found.data;
  return (
    <Page
      title={t('title')}
      about={data ? `${nameOf(data)} · ${t('rows', { count: data.rows, rows: format.number(data.rows) })}` : ' '}
    >
      {found.isPending && <Skeleton height={72} rows={5} />}
      {found.isError && <ErrorState error={found.error} onRetry={() => void found.refetch()} />}
      {data && <Stage found={data} />}
    </Page>
  );
}

function Stage({ found }: { found: Import }) {
  const { t } = useTranslation('imports');
  const format = useFormat();
  switch (found.status) {
    case 'committed':
      return <FirstFive found={found} />;
    case 'checking':
    case 'committing':
      return (
        <section className="card wait">
          <h2>{t(found.status)}</h2>
          <ProgressBar
            label={t(found.status)}
            done={found.progress.done}
            total={found.progress.total}
            words={t('progress', {
              done: format.number(found.progress.done),
              total: format.number(found.progress.total),
            })}
          />
          {found.status === 'committing' && <p className="muted">{t('committingBody')}</p>}
        </section>
      );
    case 'undone':
      return (
        <>
          <EmptyState title={t('undoneTitle')} acts={<ButtonTo to="/import">{t('another')}</ButtonTo>}>
            {found.keptAfterUndo > 0 &&
              t('undoneKept', { count: found.keptAfterUndo, n: format.number(found.keptAfterUndo) })}
          </EmptyState>
          <KeptList kept={found.kept} />
        </>
      );
    case 'uploaded':
    case 'checked':
    case 'failed':
      return <Wizard found={found} />;
  }
}

/** A long import ends while nobody taps: what the other screens know is old from then on. */
function useFreshAfterwards(found: Import | undefined): void {
  const client = useQueryClient();
  const before = useRef(found?.status);
  useEffect(() => {
    if (before.current === 'committing' && found?.status === 'committed') void client.invalidateQueries();
    before.current = found?.status;
  }, [client, found?.status]);
}
