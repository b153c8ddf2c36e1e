import { useInfiniteQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { Stories } from '#contract/story';
import { storiesQuery } from '../../data/stories.ts';
import { Button, ButtonTo } from '../../ui/button.tsx';
import { Page } from '../../ui/page.tsx';
import { EmptyState, ErrorState, Skeleton } from '../../ui/states.tsx';
import { useFormat } from '../../ui/use-format.ts';
import { MirrorTabs } from '../time/mirror-tabs.tsx';
import { StoryCard } from './story-card.tsx';
import { WeekCard } from './week-card.tsx';
import '../today/today.css';
import './stories.css';

/** How one's sales came about, and what went well in a week (product.md, row 9). */
export function StoriesScreen() {
  const { t } = useTranslation('stories');
  const query = useInfiniteQuery(storiesQuery);
  const [first] = query.data?.pages ?? [];
  return (
    <Page title={t('title')} about={t('about')}>
      <MirrorTabs />
      <WeekCard />
      {query.isError && <ErrorState error={query.error} onRetry={() => void query.refetch()} />}
      {query.isPending && <Skeleton height={180} rows={3} />}
      {first && first.items.length === 0 && (
        <EmptyState
          title={t('emptyTitle')}
          acts={
            <ButtonTo kind="primary" to="/">
              {t('emptyAct')}
            </ButtonTo>
          }
        >
          {t('emptyBody')}
        </EmptyState>
      )}
      {first && first.items.length > 0 && (
        <section className="stories" aria-labelledby="stories">
          <header>
            <h2 id="stories">{t('heading')}</h2>
            <InAll stories={first} />
          </header>
          {query.data?.pages.flatMap((page) =>
            page.items.map((story) => <StoryCard key={story.opportunity.id} story={story} />),
          )}
          {query.hasNextPage && (
            <Button busy={query.isFetchingNextPage} onClick={() => void query.fetchNextPage()}>
              {t('more')}
            </Button>
          )}
        </section>
      )}
    </Page>
  );
}

function InAll({ stories: { sales, numbered, usual, afterThird } }: { stories: Stories }) {
  const { t } = useTranslation('stories');
  const format = useFormat();
  const said = [
    t('count', { count: sales, n: format.number(sales) }),
    usual !== null && t('usual', { count: usual, n: format.number(numbered) }),
    afterThird > 0 && t('afterThird', { count: afterThird, n: format.number(afterThird) }),
  ];
  return <p className="muted">{said.filter(Boolean).join(' ')}</p>;
}
