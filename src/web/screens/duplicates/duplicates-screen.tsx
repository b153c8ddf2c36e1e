import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { ChevronLeft } from 'lucide-react';
import { Link } from 'wouter';
import type { Person } from '#contract/person';
import { addressLines } from '#core/person/postal-address';
import { boardActs, duplicatesQuery } from '../../data/board.ts';
import { readablePhone } from '#i18n/phone';
import { Page } from '../../ui/page.tsx';
import { EmptyState, ErrorState, Skeleton } from '../../ui/states.tsx';
import { useFormat } from '../../ui/use-format.ts';
import { MergeCard, type MergeField } from './merge-card.tsx';
import './duplicates.css';

/** Who are probably here twice, side by side; of each field one chooses which is kept. */
export function DuplicatesScreen() {
  const { t } = useTranslation(['duplicates', 'persons', 'words']);
  const format = useFormat();
  const query = useQuery(duplicatesQuery);
  const nothing = query.data && query.data.persons.length + query.data.organisations.length === 0;
  return (
    <Page
      title={t('duplicates:title')}
      about={nothing ? undefined : t('duplicates:about')}
      before={
        <Link href="/persons" className="page__back">
          <ChevronLeft size={18} aria-hidden="true" /> {t('persons:title')}
        </Link>
      }
    >
      {query.isPending && <Skeleton height={240} rows={2} />}
      {query.isError && <ErrorState error={query.error} onRetry={() => void query.refetch()} />}
      {nothing && <EmptyState title={t('duplicates:none')}>{t('duplicates:noneBody')}</EmptyState>}
      {query.data && query.data.persons.length > 0 && (
        <section className="twins" aria-label={t('duplicates:persons')}>
          <h2>{t('duplicates:persons')}</h2>
          {query.data.persons.map(({ why, one, other, oneStands, otherStands }) => {
            const field = (name: MergeField['name'], first: string | null, second: string | null): MergeField => ({
              name,
              label: t(`duplicates:${name}`),
              first,
              second,
            });
            return (
              <MergeCard
                key={`${one.id} ${other.id}`}
                why={t(`duplicates:why_${why}`)}
                one={{
                  id: one.id,
                  name: one.name,
                  to: `/persons/${one.id}`,
                  about: t('duplicates:stands', stands(oneStands, format.number)),
                }}
                other={{
                  id: other.id,
                  name: other.name,
                  to: `/persons/${other.id}`,
                  about: t('duplicates:stands', stands(otherStands, format.number)),
                }}
                fields={[
                  field('name', one.name, other.name),
                  field('email', one.email, other.email),
                  field('phone', one.phone && readablePhone(one.phone), other.phone && readablePhone(other.phone)),
                  field('address', placeOf(one), placeOf(other)),
                  field('linkedin', one.linkedin, other.linkedin),
                  field('howMet', one.howMet, other.howMet),
                ]}
                kept={[
                  [
                    t('duplicates:organisation'),
                    one.organisations.map((g) => g.name),
                    other.organisations.map((g) => g.name),
                  ],
                  [t('duplicates:goodToKnow'), listed(one.goodToKnow), listed(other.goodToKnow)],
                ]}
                merge={(take) => boardActs.mergePersons(one.id, { otherId: other.id, take })}
              />
            );
          })}
        </section>
      )}
      {query.data && query.data.organisations.length > 0 && (
        <section className="twins" aria-label={t('duplicates:organisations')}>
          <h2>{t('duplicates:organisations')}</h2>
          {query.data.organisations.map(({ why, one, other }) => (
            <MergeCard
              key={`${one.id} ${other.id}`}
              why={t(`duplicates:why_${why}`)}
              one={{ id: one.id, name: one.name, to: `/organisations/${one.id}`, about: null }}
              other={{ id: other.id, name: other.name, to: `/organisations/${other.id}`, about: null }}
              fields={[{ name: 'name', label: t('duplicates:name'), first: one.name, second: other.name }]}
              kept={[]}
              merge={(take) => boardActs.mergeOrganisations(one.id, { otherId: other.id, take })}
            />
          ))}
        </section>
      )}
    </Page>
  );
}

/** Their own; that of an organisation stays with it. */
const placeOf = (person: Person) => addressLines(person).join(', ') || null;
const listed = (text: string | null) => (text === null ? [] : [text]);
const stands = (counts: { opportunities: number; moments: number }, number: (value: number) => string) => ({
  opportunities: number(counts.opportunities),
  moments: number(counts.moments),
});
