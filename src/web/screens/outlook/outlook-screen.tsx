import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useMe } from '../../data/me.ts';
import { outlookQuery } from '../../data/outlook.ts';
import { Page } from '../../ui/page.tsx';
import { ErrorState, Skeleton } from '../../ui/states.tsx';
import { CertainList } from './certain-list.tsx';
import { FirstNeed } from './first-need.tsx';
import { NeedsList } from './needs-list.tsx';
import { OutlookChart } from './outlook-chart.tsx';
import { OutlookSays } from './outlook-says.tsx';
import { OutlookSum } from './outlook-sum.tsx';
import { OutlookTable } from './outlook-table.tsx';
import './outlook.css';

const months = 12;

/** What comes in against what it is needed for (product.md, row 8): the sentence first, then the picture, then what it is made of. */
export function OutlookScreen() {
  const { t } = useTranslation('outlook');
  const query = useQuery(outlookQuery(months));
  const { role } = useMe().member;
  const leads = role === 'owner' || role === 'manager';
  const outlook = query.data;
  const asks = outlook?.needs.every((need) => need.kind === 'next_step') ?? false;
  return (
    <Page title={t('title')} about={t('about')}>
      {query.isPending && <Skeleton height={300} rows={2} gap={20} />}
      {query.isError && <ErrorState error={query.error} onRetry={() => void query.refetch()} />}
      {outlook && (
        <>
          <OutlookSays outlook={outlook} />
          {asks && (leads ? <FirstNeed /> : <p className="muted">{t('noNeeds')}</p>)}
          <section className="card outlook__picture" aria-labelledby="outlook-chart">
            <h2 id="outlook-chart">{t('chart')}</h2>
            <OutlookChart outlook={outlook} />
            <OutlookTable outlook={outlook} />
          </section>
          <NeedsList outlook={outlook} leads={leads} />
          <CertainList outlook={outlook} leads={leads} />
          <OutlookSum outlook={outlook} />
        </>
      )}
    </Page>
  );
}
