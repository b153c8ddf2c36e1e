import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ChevronLeft, Plus } from 'lucide-react';
import { Link } from 'wouter';
import type { PersonPage } from '#contract/person';
import { goldOf } from '../../data/gold.ts';
import { personQuery } from '../../data/persons.ts';
import { useMayWrite } from '../../data/me.ts';
import { Button } from '../../ui/button.tsx';
import { Page } from '../../ui/page.tsx';
import { EmptyState, ErrorState, Skeleton } from '../../ui/states.tsx';
import { useFormat } from '../../ui/use-format.ts';
import { useKeys } from '../../ui/use-keys.ts';
import { EndedOpportunities } from '../opportunity/ended-opportunities.tsx';
import { NewOpportunitySheet } from '../opportunity/new-opportunity-sheet.tsx';
import { OpportunityCard } from '../opportunity/opportunity-card.tsx';
import { firstNameOf } from '../opportunity/who-is.ts';
import { Files } from '../files/files.tsx';
import { Mails } from '../mail/mails.tsx';
import { PermissionStrip } from '../permission/permission-strip.tsx';
import { RelationshipAside, RelationshipCards } from '../relationship/relationship-cards.tsx';
import { RightsNotice } from '../rights/rights-notice.tsx';
import { useReach } from '../log/use-reach.ts';
import { useNeighbourKeys } from '../shell/neighbours.ts';
import { useSheets } from '../shell/sheets.tsx';
import { AboutPerson } from './about-person.tsx';
import { Balance } from './balance.tsx';
import { CareCard } from './care-card.tsx';
import { Effort } from './effort.tsx';
import { PersonActs } from './person-acts.tsx';
import { Promises } from './promises.tsx';
import { Timeline } from './timeline.tsx';
import './person.css';

/** So many open opportunities at first: somebody may have hundreds. */
const atOnce = 5;

export function PersonScreen({ id }: { id: string }) {
  const { t } = useTranslation('person');
  const query = useQuery(personQuery(id));
  if (query.data) return <Shown page={query.data} />;
  return (
    <Page title={t('back')}>
      {query.isError ? (
        <ErrorState error={query.error} onRetry={() => void query.refetch()} />
      ) : (
        <Skeleton height={180} rows={3} />
      )}
    </Page>
  );
}

function Shown({ page }: { page: PersonPage }) {
  const { t } = useTranslation(['person', 'opportunity', 'ui', 'mail']);
  const format = useFormat();
  const sheets = useSheets();
  const mayWrite = useMayWrite();
  const gold = goldOf();
  const [shown, setShown] = useState(atOnce);
  const [making, setMaking] = useState(false);
  const { person } = page;
  const open = page.opportunities.filter((one) => one.state === 'open');
  const ended = page.opportunities.filter((one) => one.state !== 'open');
  const [first] = open;
  useNeighbourKeys();
  const reach = useReach();
  const writes = mayWrite && first && !person.restrictedOn;
  useKeys({
    l: writes ? () => sheets.open({ kind: 'log', opportunity: first }) : undefined,
    s: writes ? () => sheets.open({ kind: 'plan', opportunity: first }) : undefined,
    b: writes ? () => reach(first, 'call') : undefined,
    m: writes ? () => reach(first, 'email') : undefined,
    w: writes ? () => reach(first, 'message') : undefined,
    '.': first && (() => sheets.open({ kind: 'worth', opportunity: first })),
  });
  return (
    <Page
      title={person.name}
      before={
        <Link href="/persons" className="page__back">
          <ChevronLeft size={18} aria-hidden="true" /> {t('person:back')}
        </Link>
      }
      about={
        <>
          {person.organisations.map((one) => (
            <span key={one.id}>
              <Link href={`/organisations/${one.id}`}>{one.name}</Link>
              {one.title && ` (${one.title})`}
              {' · '}
            </span>
          ))}
          {t('person:known', { day: format.fullDate(person.createdOn) })}
        </>
      }
      acts={<PersonActs person={person} permission={page.permission} opportunity={first ?? null} />}
      aside={
        <div className="person__aside">
          <CareCard person={person} />
          <RelationshipAside person={person} />
          <Balance page={page} />
          <Effort minutes={page.minutesSpent} open={person.restrictedOn ? [] : open} />
        </div>
      }
    >
      {person.objectedOn && (
        <p className="notice" role="note">
          {t('person:objected', { day: format.fullDate(person.objectedOn) })}
        </p>
      )}
      {person.emailDeadOn && person.email !== null && (
        <p className="notice" role="note">
          {t('mail:deadAddress', { address: person.email, day: format.fullDate(person.emailDeadOn) })}
        </p>
      )}
      <RightsNotice person={person} />
      {open.slice(0, shown).map((opportunity) => (
        <OpportunityCard key={opportunity.id} opportunity={opportunity} gold={gold} />
      ))}
      {open.length > shown && (
        <div>
          <Button onClick={() => setShown(shown + 4 * atOnce)}>
            {t('person:moreOpen', { count: open.length - shown })}
          </Button>
        </div>
      )}
      {open.length === 0 && !person.objectedOn && !person.restrictedOn && (
        <EmptyState
          title={t('person:noOpportunity')}
          acts={
            mayWrite && (
              <Button kind="primary" onClick={() => setMaking(true)}>
                {t('opportunity:new')}
              </Button>
            )
          }
        >
          {t('person:noOpportunityBody')}
        </EmptyState>
      )}
      <PermissionStrip page={page} />
      <div className="person__pair">
        <AboutPerson person={person} />
        <div className="person__column">
          <Promises
            personId={person.id}
            promises={page.promises}
            opportunityId={first?.id ?? null}
            objected={person.objectedOn !== null}
          />
          <RelationshipCards person={person} />
        </div>
      </div>
      <EndedOpportunities opportunities={ended} gold={gold} />
      {open.length > 0 && mayWrite && !person.objectedOn && !person.restrictedOn && (
        <div>
          <Button size="small" icon={<Plus size={16} aria-hidden="true" />} onClick={() => setMaking(true)}>
            {t('opportunity:new')}
          </Button>
        </div>
      )}
      <Files personId={person.id} files={page.files} restricted={person.restrictedOn !== null} />
      {mayWrite && <Mails personId={person.id} />}
      <Timeline
        personId={person.id}
        first={page.timeline}
        cursor={page.timelineCursor}
        titled={page.opportunities.length > 1}
      />
      {making && (
        <NewOpportunitySheet personId={person.id} name={firstNameOf(person.name)} onClose={() => setMaking(false)} />
      )}
    </Page>
  );
}
