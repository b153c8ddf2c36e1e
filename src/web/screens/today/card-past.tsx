import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { Opportunity } from '#contract/opportunity';
import { personQuery } from '../../data/persons.ts';
import { outcomeKey } from '../log/outcome-key.ts';
import { ErrorState, Skeleton } from '../../ui/states.tsx';
import { Fold } from '../../ui/fold.tsx';
import { useFormat } from '../../ui/use-format.ts';

/** Folded under the card: the last three contacts, and what is promised both ways. Read when it is opened: Today itself stays as quick. */
export function CardPast({ opportunity }: { opportunity: Opportunity }) {
  const { t } = useTranslation('today');
  const { person } = opportunity;
  if (!person) return null;
  return <Fold summary={t('past')}>{() => <Past personId={person.id} opportunityId={opportunity.id} />}</Fold>;
}

const most = 3;

function Past({ personId, opportunityId }: { personId: string; opportunityId: string }) {
  const { t } = useTranslation(['today', 'timeline', 'words', 'relationship']);
  const format = useFormat();
  const query = useQuery({ ...personQuery(personId), staleTime: 30_000 });
  if (query.isError) return <ErrorState error={query.error} onRetry={() => void query.refetch()} />;
  if (!query.data) return <Skeleton height={24} rows={most} />;
  const moments = query.data.timeline.filter((entry) => entry.kind === 'moment').slice(0, most);
  const promises = query.data.promises.filter(({ state }) => state === 'open');
  if (moments.length === 0 && promises.length === 0) return <p className="muted">{t('today:pastNone')}</p>;
  return (
    <dl className="focus__past">
      {moments.length > 0 && (
        <div>
          <dt>{t('today:pastMoments')}</dt>
          {moments.map(({ moment, opportunityTitle }) => (
            <dd key={moment.id}>
              {[
                format.day(moment.happenedOn),
                moment.number === null ? t('timeline:care') : t('timeline:contact', { number: moment.number }),
                t(outcomeKey(moment)).toLowerCase(),
              ].join(' · ')}
              {moment.opportunityId !== opportunityId && opportunityTitle && ` (${opportunityTitle})`}
              {moment.note && <span className="focus__note">{moment.note}</span>}
            </dd>
          ))}
        </div>
      )}
      {promises.length > 0 && (
        <div>
          <dt>{t('today:pastPromises')}</dt>
          {promises.map((promise) => (
            <dd key={promise.id}>
              {t(promise.by === 'me' ? 'relationship:youPromised' : 'relationship:theyPromised', {
                text: promise.text,
              })}{' '}
              <span className="muted">({format.planned(promise.dueOn)})</span>
            </dd>
          ))}
        </div>
      )}
    </dl>
  );
}
