import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { ChevronLeft } from 'lucide-react';
import { Link } from 'wouter';
import type { Privacy } from '#contract/privacy';
import { useMe } from '../../data/me.ts';
import { privacyActs, privacyQuery } from '../../data/privacy.ts';
import { useAct } from '../../data/use-act.ts';
import { Button } from '../../ui/button.tsx';
import { Page } from '../../ui/page.tsx';
import { ErrorState, Skeleton } from '../../ui/states.tsx';
import { useFormat } from '../../ui/use-format.ts';
import { Section } from '../settings/section.tsx';
import { Clearing } from './clearing.tsx';
import { Documents } from './documents.tsx';
import { PrivacyForm } from './privacy-form.tsx';
import { Requests } from './requests.tsx';
import '../settings/settings.css';
import './rights.css';

/** What people may ask of the company: requests and their clock, who will be erased, who objected, what to clear, the register. */
export function PrivacyScreen() {
  const { t } = useTranslation('rights');
  const { role } = useMe().member;
  const leads = role === 'owner' || role === 'manager';
  const query = useQuery({ ...privacyQuery, enabled: leads });
  const owner = role === 'owner';
  return (
    <Page
      title={t('title')}
      about={t('about')}
      before={
        <Link href="/settings" className="page__back">
          <ChevronLeft size={18} aria-hidden="true" /> {t('back')}
        </Link>
      }
    >
      {leads && <Requests />}
      {leads && query.isPending && <Skeleton height={120} rows={3} />}
      {query.isError && <ErrorState error={query.error} onRetry={() => void query.refetch()} />}
      {query.data && (
        <>
          <Waiting privacy={query.data} mayUndo={owner} />
          {owner && <Clearing months={query.data.retentionMonths} />}
          <Section id="suppressed" title={t('suppressed')} about={t('suppressedBody')}>
            <p>
              {t('suppressedCount', { count: query.data.suppressed.people })}{' '}
              {t('erasedCount', { count: query.data.erased })}
            </p>
          </Section>
          {owner && <PrivacyForm key={query.data.version} privacy={query.data} />}
          {owner && <Documents />}
        </>
      )}
    </Page>
  );
}

function Waiting({ privacy, mayUndo }: { privacy: Privacy; mayUndo: boolean }) {
  const { t } = useTranslation('rights');
  const format = useFormat();
  const undo = useAct({
    run: (person: { id: string; name: string }) => privacyActs.undoErase(person.id),
    says: (_, { name }) => t('undone', { name }),
  });
  return (
    <Section id="waiting" title={t('waiting')} about={t('waitingBody')}>
      {privacy.waiting.length === 0 ? (
        <p>{t('waitingNone')}</p>
      ) : (
        <ul className="rights__list">
          {privacy.waiting.map((person) => (
            <li key={person.id}>
              <p>
                <Link href={`/persons/${person.id}`}>{person.name}</Link>{' '}
                <span className="muted">{t('waitingOn', { day: format.fullDate(person.eraseOn) })}</span>
              </p>
              {mayUndo && (
                <Button
                  disabled={undo.isPending}
                  aria-label={t('undoEraseOf', { name: person.name })}
                  onClick={() => undo.mutate(person)}
                >
                  {t('undoErase')}
                </Button>
              )}
            </li>
          ))}
        </ul>
      )}
    </Section>
  );
}
