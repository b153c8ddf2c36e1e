import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import type { Mentions as Found } from '#contract/privacy';
import type { Person } from '#contract/person';
import { mentionsQuery, privacyActs } from '../../data/privacy.ts';
import { useAct } from '../../data/use-act.ts';
import { Button } from '../../ui/button.tsx';
import { ErrorState, Skeleton } from '../../ui/states.tsx';
import { useFormat } from '../../ui/use-format.ts';

type Mention = Found['items'][number];

/** Where texts about somebody else name who is (or will be) erased: to clear by hand, or at once when the erasure was asked. */
export function Mentions({ person, onGo }: { person: Person; onGo: () => void }) {
  const { t } = useTranslation('rights');
  const query = useQuery(mentionsQuery(person.id));
  const clear = useAct({
    run: (places?: Mention[]) =>
      privacyActs.clearMentions(
        person.id,
        places && { places: places.map(({ table, field, id }) => ({ table, field, id })) },
      ),
    says: ({ cleared }) => t('mentionsCleared', { count: cleared }),
  });
  if (query.isError) return <ErrorState error={query.error} onRetry={() => void query.refetch()} />;
  if (query.isPending) return <Skeleton height={80} />;
  const { count, items } = query.data;
  const asked = person.eraseOn !== null;
  const clearable = items.filter((one) => !one.byHand);
  return (
    <section>
      <h3>{t('mentions')}</h3>
      <p className="muted">
        {count === 0 ? t('mentionsNone', { name: person.name }) : t('mentionsBody', { count })}{' '}
        {count > 0 && t(asked ? 'mentionsAsked' : 'mentionsFirst')}
      </p>
      {items.length > 0 && (
        <ul className="rights__list">
          {items.map((one) => (
            <MentionLine
              key={`${one.table} ${one.field} ${one.id}`}
              one={one}
              onGo={onGo}
              onClear={asked && !one.byHand && !clear.isPending ? () => clear.mutate([one]) : null}
            />
          ))}
        </ul>
      )}
      {count > items.length && <p className="muted">{t('mentionsMore', { shown: items.length, count })}</p>}
      {asked && clearable.length > 1 && (
        <div>
          <Button kind="danger" busy={clear.isPending} onClick={() => clear.mutate(undefined)}>
            {t('mentionsClear')}
          </Button>
        </div>
      )}
    </section>
  );
}

function MentionLine({ one, onGo, onClear }: { one: Mention; onGo: () => void; onClear: (() => void) | null }) {
  const { t } = useTranslation('rights');
  const format = useFormat();
  const to = one.personId
    ? `/persons/${one.personId}`
    : one.table === 'organisation'
      ? `/organisations/${one.id}`
      : null;
  const place = t(`mentionIn.${one.table}`);
  return (
    <li>
      <div>
        <p className="small muted">
          {place}
          {one.name !== null && (
            <>
              {' · '}
              {to === null ? (
                one.name
              ) : (
                <Link href={to} onClick={onGo}>
                  {one.name}
                </Link>
              )}
            </>
          )}
          {one.name === null && to !== null && (
            <>
              {' · '}
              <Link href={to} onClick={onGo}>
                {t('mentionOpen')}
              </Link>
            </>
          )}
          {one.on !== null && ` · ${format.shortDay(one.on)}`}
        </p>
        <p>
          {one.before}
          <mark>{one.named}</mark>
          {one.after}
        </p>
        {one.byHand && <p className="small muted">{t('mentionByHand')}</p>}
      </div>
      {onClear && (
        <Button aria-label={t('mentionClearOf', { place, name: one.name ?? '' })} onClick={onClear}>
          {t('mentionClear')}
        </Button>
      )}
    </li>
  );
}
