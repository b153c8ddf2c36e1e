import { useQuery } from '@tanstack/react-query';
import { useState, type FormEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { ChevronLeft } from 'lucide-react';
import { Link, Redirect } from 'wouter';
import type { Opportunity } from '#contract/opportunity';
import type { Person } from '#contract/person';
import { type Basis, bases } from '#core/opportunity/vocabulary';
import { codeOf } from '../../data/api-problem.ts';
import { api } from '../../data/client.ts';
import { goldOf } from '../../data/gold.ts';
import { useMayWrite } from '../../data/me.ts';
import { opportunityActs, opportunityQuery } from '../../data/opportunities.ts';
import { useAct } from '../../data/use-act.ts';
import { Button } from '../../ui/button.tsx';
import { Field, Select } from '../../ui/field.tsx';
import { Page } from '../../ui/page.tsx';
import { ErrorState, Skeleton } from '../../ui/states.tsx';
import { readPersonLine } from '../quick-add/read-person-line.ts';
import { EndedOpportunities } from './ended-opportunities.tsx';
import { useNeighbourKeys } from '../shell/neighbours.ts';
import { OpportunityCard } from './opportunity-card.tsx';
import { nameOf } from './who-is.ts';

/** An opportunity without a person (imported with only a company, or with nothing); with one it lives on their page. */
export function OpportunityScreen({ id }: { id: string }) {
  const { t } = useTranslation(['opportunity', 'person']);
  const query = useQuery(opportunityQuery(id));
  const mayWrite = useMayWrite();
  useNeighbourKeys();
  const opportunity = query.data;
  if (opportunity?.person) return <Redirect to={`/persons/${opportunity.person.id}`} replace />;
  return (
    <Page
      title={opportunity ? nameOf(opportunity) : t('opportunity:open')}
      before={
        <Link href="/persons" className="page__back">
          <ChevronLeft size={18} aria-hidden="true" /> {t('person:back')}
        </Link>
      }
      about={
        opportunity?.organisation && (
          <Link href={`/organisations/${opportunity.organisation.id}`}>{opportunity.organisation.name}</Link>
        )
      }
    >
      {query.isPending && <Skeleton height={220} />}
      {query.isError && <ErrorState error={query.error} onRetry={() => void query.refetch()} />}
      {opportunity && (
        <>
          {mayWrite && <AddPerson opportunity={opportunity} />}
          {opportunity.state === 'open' ? (
            <OpportunityCard opportunity={opportunity} gold={goldOf()} />
          ) : (
            <EndedOpportunities opportunities={[opportunity]} gold={goldOf()} />
          )}
        </>
      )}
    </Page>
  );
}

/** "Complete me": makes the person and links it. */
function AddPerson({ opportunity }: { opportunity: Opportunity }) {
  const { t } = useTranslation(['opportunity', 'quickAdd', 'words', 'ui', 'problem']);
  const [text, setText] = useState('');
  const [basis, setBasis] = useState<Basis>('unverified');
  const who = readPersonLine(text);
  const save = useAct({
    run: async () => {
      if (!who) return null;
      const person = await api.post<Person>('/persons', {
        name: who.name,
        basis,
        ...(who.phone && { phone: who.phone }),
        ...(who.email && { email: who.email }),
        ...(opportunity.organisation && { organisation: opportunity.organisation.name }),
      });
      return opportunityActs.update(opportunity.id, { version: opportunity.version, personId: person.id });
    },
    says: () => t('ui:saved'),
    quiet: true,
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (who && !save.isPending) save.mutate(undefined);
  };
  return (
    <form className="card form" onSubmit={submit}>
      <p>{t('opportunity:toComplete')}</p>
      <Field
        label={t('opportunity:addPerson')}
        hint={t('quickAdd:whoHint')}
        placeholder={t('quickAdd:whoPlaceholder')}
        autoComplete="off"
        error={save.error ? t(`problem:${codeOf(save.error)}`) : undefined}
        value={text}
        onChange={(event) => setText(event.target.value)}
      />
      <Select
        label={t('quickAdd:basis')}
        value={basis}
        onChange={(event) => setBasis(bases.find((one) => one === event.target.value) ?? basis)}
      >
        {bases.map((one) => (
          <option key={one} value={one}>
            {t(`words:basis.${one}`)}
          </option>
        ))}
      </Select>
      <div className="form__acts">
        <Button type="submit" busy={save.isPending} disabled={!who}>
          {t('opportunity:addPersonSave')}
        </Button>
      </div>
    </form>
  );
}
