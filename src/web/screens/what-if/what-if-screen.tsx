import { useQuery } from '@tanstack/react-query';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { FiguresOf } from '#contract/figures';
import { figuresQuery } from '../../data/figures.ts';
import { Page } from '../../ui/page.tsx';
import { ErrorState, Skeleton } from '../../ui/states.tsx';
import { useSimulation } from './use-simulation.ts';
import { WhatIfBasis } from './what-if-basis.tsx';
import { WhatIfChart } from './what-if-chart.tsx';
import { firstTrial, simulationOf, type Trial } from './what-if-input.ts';
import { WhatIfSays } from './what-if-says.tsx';
import { WhatIfSliders } from './what-if-sliders.tsx';
import { WhatIfTable } from './what-if-table.tsx';
import './what-if.css';

/** "Wat als": a year of selling in another way, beside those of others (engine.md, section 8). */
export function WhatIfScreen() {
  const { t } = useTranslation('whatIf');
  const figures = useQuery(figuresQuery);
  return (
    <Page title={t('title')} about={t('about')}>
      {figures.isPending && <Skeleton height={220} rows={2} gap={16} />}
      {figures.isError && <ErrorState error={figures.error} onRetry={() => void figures.refetch()} />}
      {figures.data && <WhatIf figures={figures.data} />}
    </Page>
  );
}

function WhatIf({ figures }: { figures: FiguresOf }) {
  const { t } = useTranslation('whatIf');
  const [own, setOwn] = useState<Partial<Trial>>({});
  const trial = useMemo(() => ({ ...firstTrial(figures), ...own }), [figures, own]);
  const input = useMemo(() => simulationOf(figures, trial), [figures, trial]);
  const { result, busy, failed } = useSimulation(input);
  return (
    <>
      <WhatIfBasis figures={figures} />
      <WhatIfSliders trial={trial} onChange={(change) => setOwn((before) => ({ ...before, ...change }))} />
      {failed && <p role="alert">{t('failed')}</p>}
      {!result && !failed && <Skeleton height={320} />}
      {result && (
        <section className="what-if__result card" aria-busy={busy} aria-label={t('resultTitle')}>
          <WhatIfSays figures={figures} trial={trial} result={result} busy={busy} />
          <WhatIfChart result={result} keepTo={trial.keepTo} />
          <WhatIfTable result={result} keepTo={trial.keepTo} />
          <p className="muted small">{t('honest', { count: result.runs })}</p>
        </section>
      )}
    </>
  );
}
