import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { Opportunity, Worth } from '#contract/opportunity';
import { worthQuery } from '../../data/opportunities.ts';
import { Sheet } from '../../ui/sheet.tsx';
import { ErrorState, Skeleton } from '../../ui/states.tsx';
import { useFormat } from '../../ui/use-format.ts';
import { callNameOf } from '../opportunity/who-is.ts';
import { useSheets } from '../shell/sheets.tsx';
import { WorthFacts } from './worth-facts.tsx';
import { WorthSays } from './worth-says.tsx';

/** "Waarom deze?": what is still to gain and how that is worked out. */
export function WorthSheet({ opportunity, onClose }: { opportunity: Opportunity; onClose: () => void }) {
  const { t } = useTranslation('worth');
  const sheets = useSheets();
  const worth = useQuery(worthQuery(opportunity.id));
  return (
    <Sheet title={t('title', { name: callNameOf(opportunity) })} about={opportunity.title} onClose={onClose}>
      {worth.isPending && <Skeleton height={36} rows={8} />}
      {worth.isError && <ErrorState error={worth.error} onRetry={() => void worth.refetch()} />}
      {worth.data && (
        <>
          <Lead worth={worth.data} />
          <WorthSays worth={worth.data} />
          <WorthFacts
            worth={worth.data}
            onFigures={() => sheets.open({ kind: 'figures', back: { kind: 'worth', opportunity } })}
          />
        </>
      )}
    </Sheet>
  );
}

function Lead({ worth }: { worth: Worth }) {
  const { t } = useTranslation('worth');
  const format = useFormat();
  if (worth.moments.length === 0) return <p className="worth__lead">{t('introNone')}</p>;
  return (
    <p className="worth__lead">
      {t('intro', {
        amount: format.estimate(worth.stillToGain),
        low: format.estimate(worth.stillToGainLow),
        high: format.estimate(worth.stillToGainHigh),
      })}{' '}
      {worth.net > 0
        ? t('net', {
            amount: format.estimate(worth.net),
            low: format.estimate(worth.netLow),
            high: format.estimate(worth.netHigh),
          })
        : t('netNone')}
    </p>
  );
}
