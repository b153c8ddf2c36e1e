import { useInfiniteQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import type { Opportunity } from '#contract/opportunity';
import { opportunitiesQuery } from '../../data/opportunities.ts';
import { Button } from '../../ui/button.tsx';
import { EmptyState, ErrorState, Skeleton } from '../../ui/states.tsx';
import { Money } from '../../ui/texts.tsx';
import { Trail } from '../../ui/trail.tsx';
import { useFormat } from '../../ui/use-format.ts';
import { aboutOf, nameOf, pageOf } from '../opportunity/who-is.ts';
import { useSheets } from '../shell/sheets.tsx';
import { queryOf, type FilterName, type SortName } from './filters.ts';

type Props = { q: string; filter: Exclude<FilterName, 'everyone'>; sort: SortName };

const emptyTexts = {
  open: 'noneOpen',
  won: 'noneWon',
  stopped: 'noneStopped',
  toComplete: 'noneToComplete',
  letLie: 'noneLetLie',
} as const;

export function OpportunityRows({ q, filter, sort }: Props) {
  const { t } = useTranslation(['persons', 'ui', 'shell']);
  const sheets = useSheets();
  const query = useInfiniteQuery(opportunitiesQuery({ ...queryOf(filter), sort, limit: 50, ...(q && { q }) }));
  if (query.isPending) return <Skeleton height={60} rows={6} />;
  if (query.isError) return <ErrorState error={query.error} onRetry={() => void query.refetch()} />;
  const items = query.data.pages.flatMap((page) => page.items);
  if (items.length === 0) {
    const offersAdd = q === '' && filter === 'open';
    return (
      <EmptyState
        title={q === '' ? t(`persons:${emptyTexts[filter]}`) : t('persons:none', { q })}
        acts={
          offersAdd && (
            <Button kind="primary" onClick={() => sheets.open({ kind: 'add' })}>
              {t('shell:add')}
            </Button>
          )
        }
      >
        {offersAdd && t('persons:noneOpenBody')}
      </EmptyState>
    );
  }
  return (
    <section aria-label={t('persons:list')} aria-busy={query.isPlaceholderData || undefined}>
      <ul>
        {items.map((opportunity) => (
          <OpportunityRow key={opportunity.id} opportunity={opportunity} />
        ))}
      </ul>
      {query.hasNextPage && (
        <Button busy={query.isFetchingNextPage} onClick={() => void query.fetchNextPage()}>
          {t('ui:more')}
        </Button>
      )}
    </section>
  );
}

/** Also used on the page of an organisation. */
export function OpportunityRow({ opportunity }: { opportunity: Opportunity }) {
  const { t } = useTranslation(['persons', 'words', 'today', 'rights']);
  const format = useFormat();
  const { state, person } = opportunity;
  const held = person?.restricted === true;
  const next = held ? null : opportunity.nextMoment;
  return (
    <li className="person-row">
      <div className="person-row__who">
        <Link href={pageOf(opportunity)} className="person-row__link">
          {nameOf(opportunity)}
        </Link>
        <p className="muted small">
          {aboutOf(opportunity)}
          {aboutOf(opportunity) && ' · '}
          <Money minor={opportunity.value} />
        </p>
      </div>
      <div className="person-row__trail">
        <Trail known={opportunity.heldKnown} held={opportunity.held} next={next?.number ?? null} worded />
      </div>
      <p className="person-row__next small">
        {opportunity.waitingSince && <span className="badge">{t('today:group.waiting')}</span>}
        {held && <span className="badge badge--plain">{t('rights:restricted')}</span>}
        {next && (
          <span>
            {format.planned(next.on)} · {t(`words:channel.${next.channel}`)}
          </span>
        )}
        {state === 'won' && (
          <span className="badge badge--green">
            {opportunity.heldKnown ? t('persons:wonAt', { number: opportunity.held }) : t('persons:wonUnknown')}
          </span>
        )}
        {state === 'stopped' && (
          <span className="badge badge--plain">
            {!opportunity.heldKnown
              ? t('persons:stoppedUnknown')
              : opportunity.held === 0
                ? t('persons:stoppedNone')
                : t('persons:stoppedAt', { number: opportunity.held })}
          </span>
        )}
      </p>
    </li>
  );
}
