import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Check } from 'lucide-react';
import type { Promise_, PromiseChanged } from '#contract/person';
import { api } from '../../data/client.ts';
import { personQuery } from '../../data/persons.ts';
import { relationshipQuery } from '../../data/relationship.ts';
import { useMe } from '../../data/me.ts';
import { useAct } from '../../data/use-act.ts';
import { Button } from '../../ui/button.tsx';
import './relationship.css';

/** In the sheet where a contact is logged: what was promised and is due, both ways, and whether it is time to give. */
export function BeforeYouSpeak({ personId }: { personId: string }) {
  const { t } = useTranslation('relationship');
  const { today } = useMe();
  const page = useQuery({ ...personQuery(personId), staleTime: 30_000 });
  const relationship = useQuery({ ...relationshipQuery(personId), staleTime: 30_000 });
  const due = (page.data?.promises ?? []).filter((one) => one.state === 'open' && one.dueOn <= today);
  const giveFirst = relationship.data?.giveFirst === true;
  if (due.length === 0 && !giveFirst) return null;
  return (
    <section className="before" aria-label={t('before')}>
      {giveFirst && <p className="relation__nudge">{t('giveFirst')}</p>}
      {due.length > 0 && (
        <ul>
          {due.map((promise) => (
            <DueLine key={promise.id} promise={promise} />
          ))}
        </ul>
      )}
    </section>
  );
}

function DueLine({ promise }: { promise: Promise_ }) {
  const { t } = useTranslation(['relationship', 'promise']);
  const keep = useAct({
    run: () => api.patch<PromiseChanged>(`/promises/${promise.id}`, { version: promise.version, state: 'kept' }),
    says: () => t('promise:keptDone'),
    change: (out) => out.changeId,
  });
  return (
    <li className="before__line">
      <span>
        {t(promise.by === 'me' ? 'relationship:youPromised' : 'relationship:theyPromised', { text: promise.text })}
      </span>
      <Button
        size="small"
        icon={<Check size={16} aria-hidden="true" />}
        aria-label={t('promise:keepOf', { text: promise.text })}
        busy={keep.isPending}
        onClick={() => keep.mutate(undefined)}
      >
        {t('promise:keep')}
      </Button>
    </li>
  );
}
