import { useTranslation } from 'react-i18next';
import type { Person } from '#contract/person';
import { codeOf } from '../../data/api-problem.ts';
import { useMayWrite } from '../../data/me.ts';
import type { PersonNote } from '../../offline/outbox-entry.ts';
import { useWaiting } from '../../offline/use-outbox.ts';
import { Editable } from '../../ui/editable.tsx';
import { OwnFields } from '../fields/own-fields.tsx';
import { AboutThem } from '../relationship/about-them.tsx';
import { PendingLines } from '../offline/pending-lines.tsx';
import { BestTime } from './best-time.tsx';
import { useNotePerson } from './use-note-person.ts';

/** What one remembers of a friend: good to know, and how we met. */
export function AboutPerson({ person }: { person: Person }) {
  const { t } = useTranslation(['person', 'problem']);
  const mayWrite = useMayWrite();
  const write = useNotePerson(person);
  const error = write.error ? t(`problem:${codeOf(write.error)}`) : undefined;
  const waiting = useWaiting(person.id);
  const shown = (field: PersonNote) => {
    const last = waiting.findLast((one) => one.kind === 'note' && one.field === field && !one.refusal);
    return last?.kind === 'note' ? (last.body[field] ?? null) : person[field];
  };
  return (
    <section className="card person__about">
      <Editable
        label={t('person:goodToKnow')}
        hint={t('person:goodToKnowHint')}
        text={shown('goodToKnow')}
        empty={t('person:nothingYet')}
        editLabel={t('person:editOf', { what: t('person:goodToKnow') })}
        mayEdit={mayWrite}
        busy={write.isPending}
        error={error}
        onSave={(text) => write.mutateAsync({ field: 'goodToKnow', text })}
      />
      <Editable
        label={t('person:howMet')}
        text={shown('howMet')}
        empty={t('person:nothingYet')}
        editLabel={t('person:editOf', { what: t('person:howMet') })}
        mayEdit={mayWrite}
        busy={write.isPending}
        error={error}
        onSave={(text) => write.mutateAsync({ field: 'howMet', text })}
      />
      <BestTime person={person} />
      <AboutThem person={person} />
      <OwnFields of="person" record={person} name={person.name} />
      <PendingLines entries={waiting} />
    </section>
  );
}
