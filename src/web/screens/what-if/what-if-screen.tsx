import { useQuery } from '@tanstack/react-query';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Engine } from '#contract/engine';
import { engineQuery } from '../../data/engine.ts';
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
  const engine = useQuery(engineQuery);
  return (
    <Page title={t('title')} about={t('about')}>
      {engine.isPending && <Skeleton height={220} rows={2} gap={16} />}
      {engine.isError && <ErrorState error={engine.error} onRetry={() => void engine.refetch()} />}
      {engine.data && <WhatIf engine={engine.data} />}
    </Page>
  );
}

function WhatIf({ engine }: { engine: Engine }) {
  const { t } = useTranslation('whatIf');
  const [own, setOwn] = useState<Partial<Trial>>({});
  const trial = useMemo(() => ({ ...firstTrial(engine), ...own }), [engine, own]);
  const input = useMemo(() => simulationOf(engine, trial), [engine, trial]);
  const { result, busy, failed } = useSimulation(input);
  return (
    <>
      <WhatIfBasis engine={engine} />
      <WhatIfSliders trial={trial} onChange={(change) => setOwn((before) => ({ ...before, ...change }))} />
      {failed && <p role="alert">{t('failed')}</p>}
      {!result && !failed && <Skeleton height={320} />}
      {result && (
        <section className="what-if__result card" aria-busy={busy} aria-label={t('resultTitle')}>
          <WhatIfSays engine={engine} trial={trial} result={result} busy={busy} />
          <WhatIfChart result={result} keepTo={trial.keepTo} />
          <WhatIfTable result={result} keepTo={trial.keepTo} />
          <p className="muted small">{t('honest', { count: result.runs })}</p>
        </section>
      )}
    </>
  );
}
