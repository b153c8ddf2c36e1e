import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { isPlace } from '#core/person/postal-address';
import { readablePhone } from '#i18n/phone';
import { ChevronLeft } from 'lucide-react';
import { Link } from 'wouter';
import type { OrganisationPage } from '#contract/person';
import { api } from '../../data/client.ts';
import { keys } from '../../data/keys.ts';
import { useMayWrite } from '../../data/me.ts';
import { Button } from '../../ui/button.tsx';
import { Page } from '../../ui/page.tsx';
import { ErrorState, Skeleton } from '../../ui/states.tsx';
import { useFormat } from '../../ui/use-format.ts';
import { AddressLine } from '../log/address-line.tsx';
import { OpportunityRow } from '../persons/opportunity-rows.tsx';
import { EditOrganisationSheet } from './edit-organisation-sheet.tsx';
import '../persons/persons.css';

/** A company: who works there and what may be sold there. */
export function OrganisationScreen({ id }: { id: string }) {
  const { t } = useTranslation(['organisation', 'person', 'words', 'persons']);
  const format = useFormat();
  const mayWrite = useMayWrite();
  const [editing, setEditing] = useState(false);
  const query = useQuery({
    queryKey: keys.organisation(id),
    queryFn: ({ signal }) => api.get<OrganisationPage>(`/organisations/${id}`, undefined, signal),
  });
  const page = query.data;
  return (
    <Page
      title={page?.organisation.name ?? t('organisation:opportunities')}
      before={
        <Link href="/persons" className="page__back">
          <ChevronLeft size={18} aria-hidden="true" /> {t('person:back')}
        </Link>
      }
      about={page && t(`words:legalForm.${page.organisation.legalForm}`)}
      acts={page && mayWrite && <Button onClick={() => setEditing(true)}>{t('organisation:edit')}</Button>}
    >
      {query.isPending && <Skeleton height={60} rows={5} />}
      {query.isError && <ErrorState error={query.error} onRetry={() => void query.refetch()} />}
      {page && (
        <>
          {isPlace(page.organisation) && (
            <p>
              <AddressLine address={{ ...page.organisation, of: 'person' }} copy />
            </p>
          )}
          <section aria-labelledby="people-here">
            <h2 id="people-here">{t('organisation:persons')}</h2>
            {page.persons.length === 0 && <p className="muted">{t('organisation:none')}</p>}
            <ul>
              {page.persons.map((person) => (
                <li key={person.id} className="person-row">
                  <div className="person-row__who">
                    <Link href={`/persons/${person.id}`} className="person-row__link">
                      {person.name}
                    </Link>
                    <p className="muted small">{person.email ?? (person.phone && readablePhone(person.phone))}</p>
                  </div>
                  <p className="person-row__next small">
                    {person.nextOn ? (
                      format.planned(person.nextOn)
                    ) : (
                      <span className="muted">{t('persons:noNext')}</span>
                    )}
                  </p>
                </li>
              ))}
            </ul>
          </section>
          {page.opportunities.length > 0 && (
            <section aria-labelledby="opportunities-here">
              <h2 id="opportunities-here">{t('organisation:opportunities')}</h2>
              <ul>
                {page.opportunities.map((opportunity) => (
                  <OpportunityRow key={opportunity.id} opportunity={opportunity} />
                ))}
              </ul>
            </section>
          )}
          {editing && <EditOrganisationSheet organisation={page.organisation} onClose={() => setEditing(false)} />}
        </>
      )}
    </Page>
  );
}
