import { useInfiniteQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import { personsQuery } from '../../data/persons.ts';
import { Button } from '../../ui/button.tsx';
import { EmptyState, ErrorState, Skeleton } from '../../ui/states.tsx';
import { Trail } from '../../ui/trail.tsx';
import { readablePhone } from '#i18n/phone';
import { useFormat } from '../../ui/use-format.ts';
import { useRememberList } from '../shell/neighbours.ts';
import { useSheets } from '../shell/sheets.tsx';

/** People, also without an opportunity, each with the next contact there is. */
export function EveryoneList({ q, tagId }: { q: string; tagId: string | null }) {
  const { t } = useTranslation(['persons', 'ui', 'shell', 'relationship', 'rights']);
  const format = useFormat();
  const sheets = useSheets();
  const query = useInfiniteQuery(personsQuery(q, tagId));
  useRememberList(() => query.data?.pages.flatMap((page) => page.items.map(({ id }) => `/persons/${id}`)) ?? []);
  if (query.isPending) return <Skeleton height={60} rows={6} />;
  if (query.isError) return <ErrorState error={query.error} onRetry={() => void query.refetch()} />;
  const items = query.data.pages.flatMap((page) => page.items);
  const typing = query.data.pages[0]?.typing === true;
  if (items.length === 0 && q === '' && tagId !== null) return <EmptyState title={t('relationship:noneWithTag')} />;
  if (items.length === 0) {
    return (
      <EmptyState
        title={q === '' ? t('persons:noneEveryone') : t('persons:none', { q })}
        acts={
          <Button kind="primary" onClick={() => sheets.open({ kind: 'add', tab: 'spoke', who: q })}>
            {q === '' ? t('shell:add') : t('persons:noneAdd', { q })}
          </Button>
        }
      />
    );
  }
  return (
    <section aria-label={t('persons:list')} aria-busy={query.isPlaceholderData || undefined}>
      {typing && <p className="muted people__typing">{t('persons:typing')}</p>}
      <ul>
        {items.map((person) => (
          <li key={person.id} className="person-row">
            <div className="person-row__who">
              <Link href={`/persons/${person.id}`} className="person-row__link">
                {person.name}
              </Link>
              <p className="muted small">
                {[person.organisation, person.email ?? (person.phone && readablePhone(person.phone))]
                  .filter(Boolean)
                  .join(' · ')}
              </p>
            </div>
            <div className="person-row__trail">
              {person.held !== null && person.openOpportunityId !== null && (
                <Trail held={person.held} next={person.held + 1} worded />
              )}
            </div>
            <p className="person-row__next small">
              {person.restricted && <span className="badge badge--plain">{t('rights:restricted')}</span>}
              {person.restricted ? null : person.nextOn ? (
                format.planned(person.nextOn)
              ) : (
                <span className="muted">{t('persons:noNext')}</span>
              )}
            </p>
          </li>
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
