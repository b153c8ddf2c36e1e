import { useInfiniteQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { reviveQuery } from '../../data/revive.ts';
import { Button, ButtonTo } from '../../ui/button.tsx';
import { LinkTabs } from '../../ui/link-tabs.tsx';
import { Page } from '../../ui/page.tsx';
import { EmptyState, ErrorState, Skeleton } from '../../ui/states.tsx';
import { useFormat } from '../../ui/use-format.ts';
import { ReviveList } from './revive-list.tsx';
import './revive.css';

/** Those let go, the best first; and the open ones that nothing was done with for long. */
export function ReviveScreen({ letLie = false }: { letLie?: boolean }) {
  const { t } = useTranslation(['revive', 'ui']);
  const format = useFormat();
  const found = useInfiniteQuery(reviveQuery(letLie));
  const [counts] = found.data?.pages ?? [];
  const items = found.data?.pages.flatMap((page) => page.items) ?? [];
  const about =
    counts &&
    (letLie
      ? t('revive:letLieAbout')
      : counts.letGo > 0 &&
        // With nobody left to pick up, "0 never said no" would be a riddle.
        t(counts.neverSaidNo === 0 ? 'revive:leadRefused' : 'revive:lead', {
          count: counts.letGo,
          n: format.number(counts.letGo),
          never: format.number(counts.neverSaidNo),
        }));
  return (
    // The room of the line is kept while it is not there yet.
    <Page title={t('revive:title')} about={about || ' '}>
      <LinkTabs
        label={t('revive:tabs')}
        tabs={[
          {
            to: '/revive',
            label: (
              <>
                {t('revive:tabLetGo')} <Count n={counts?.neverSaidNo} />
              </>
            ),
          },
          {
            to: '/revive/let-lie',
            label: (
              <>
                {t('revive:tabLetLie')} <Count n={counts?.letLie} />
              </>
            ),
          },
        ]}
      />
      {found.isPending && <Skeleton height={150} rows={4} gap={12} />}
      {found.isError && <ErrorState error={found.error} onRetry={() => void found.refetch()} />}
      {found.data && items.length === 0 && (
        <EmptyState
          title={t(letLie ? 'revive:emptyLetLie' : 'revive:emptyTitle')}
          acts={
            letLie ? (
              <ButtonTo to="/">{t('revive:emptyLetLieAct')}</ButtonTo>
            ) : (
              <ButtonTo kind="primary" to="/import">
                {t('revive:emptyAct')}
              </ButtonTo>
            )
          }
        >
          {t(letLie ? 'revive:emptyLetLieBody' : 'revive:emptyBody')}
        </EmptyState>
      )}
      {items.length > 0 && <ReviveList items={items} newPerMinute={counts?.newPerMinute ?? 0} letLie={letLie} />}
      {found.hasNextPage && (
        <div>
          <Button busy={found.isFetchingNextPage} onClick={() => void found.fetchNextPage()}>
            {t('ui:more')}
          </Button>
        </div>
      )}
    </Page>
  );
}

function Count({ n }: { n: number | undefined }) {
  const format = useFormat();
  return n ? <span className="revive__count number">{format.number(n)}</span> : null;
}
