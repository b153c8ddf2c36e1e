import { useTranslation } from 'react-i18next';
import type { Person } from '#contract/person';
import { codeOf } from '../../data/api-problem.ts';
import { useMayWrite } from '../../data/me.ts';
import { Editable } from '../../ui/editable.tsx';
import { AboutThem } from '../relationship/about-them.tsx';
import { useUpdatePerson } from './use-update-person.ts';

/** What one remembers of a friend: good to know, and how we met. */
export function AboutPerson({ person }: { person: Person }) {
  const { t } = useTranslation(['person', 'problem']);
  const mayWrite = useMayWrite();
  const update = useUpdatePerson(person);
  const error = update.error ? t(`problem:${codeOf(update.error)}`) : undefined;
  return (
    <section className="card person__about">
      <Editable
        label={t('person:goodToKnow')}
        hint={t('person:goodToKnowHint')}
        text={person.goodToKnow}
        empty={t('person:nothingYet')}
        editLabel={t('person:editOf', { what: t('person:goodToKnow') })}
        mayEdit={mayWrite}
        busy={update.isPending}
        error={error}
        onSave={(goodToKnow) => update.mutateAsync({ goodToKnow })}
      />
      <Editable
        label={t('person:howMet')}
        text={person.howMet}
        empty={t('person:nothingYet')}
        editLabel={t('person:editOf', { what: t('person:howMet') })}
        mayEdit={mayWrite}
        busy={update.isPending}
        error={error}
        onSave={(howMet) => update.mutateAsync({ howMet })}
      />
      <AboutThem person={person} />
    </section>
  );
}
