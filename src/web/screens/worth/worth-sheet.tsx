import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { Opportunity } from '#contract/opportunity';
import { worthQuery } from '../../data/opportunities.ts';
import { Sheet } from '../../ui/sheet.tsx';
import { ErrorState, Skeleton } from '../../ui/states.tsx';
import { useFormat } from '../../ui/use-format.ts';
import { callNameOf } from '../opportunity/who-is.ts';
import { WorthFacts } from './worth-facts.tsx';

/** "Waarom deze?": what is still to gain and how that is worked out. */
export function WorthSheet({ opportunity, onClose }: { opportunity: Opportunity; onClose: () => void }) {
  const { t } = useTranslation('worth');
  const format = useFormat();
  const worth = useQuery(worthQuery(opportunity.id));
  return (
    <Sheet title={t('title', { name: callNameOf(opportunity) })} about={opportunity.title} onClose={onClose}>
      {worth.isPending && <Skeleton height={36} rows={8} />}
      {worth.isError && <ErrorState error={worth.error} onRetry={() => void worth.refetch()} />}
      {worth.data && (
        <>
          <p className="worth__lead">
            {t('intro', {
              amount: format.wholeMoney(worth.data.stillToGain),
              low: format.wholeMoney(worth.data.stillToGainLow),
              high: format.wholeMoney(worth.data.stillToGainHigh),
            })}
          </p>
          <WorthFacts worth={worth.data} />
        </>
      )}
    </Sheet>
  );
}
