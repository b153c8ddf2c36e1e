import { useTranslation } from 'react-i18next';
import type { Person } from '#contract/person';
import { addressForms } from '#core/relationship/address-form';
import { codeOf } from '../../data/api-problem.ts';
import { useMayWrite } from '../../data/me.ts';
import { Chips } from '../../ui/chips.tsx';
import { Editable } from '../../ui/editable.tsx';
import { useUpdatePerson } from '../person/use-update-person.ts';

/** What matters to them, their family and interests, and how one addresses them: below what is good to know. */
export function AboutThem({ person }: { person: Person }) {
  const { t } = useTranslation(['relationship', 'person', 'problem']);
  const mayWrite = useMayWrite();
  const update = useUpdatePerson(person);
  const error = update.error ? t(`problem:${codeOf(update.error)}`) : undefined;
  const text = (field: 'matters' | 'family' | 'interests') => (
    <Editable
      key={field}
      label={t(`relationship:${field}`)}
      {...(field === 'matters' && { hint: t('relationship:mattersHint') })}
      text={person[field]}
      empty={t('person:nothingYet')}
      editLabel={t('person:editOf', { what: t(`relationship:${field}`) })}
      mayEdit={mayWrite}
      busy={update.isPending}
      error={error}
      onSave={(written) => update.mutateAsync({ [field]: written })}
    />
  );
  return (
    <>
      {text('matters')}
      {text('family')}
      {text('interests')}
      {mayWrite ? (
        <Chips
          shown
          look="joined"
          legend={t('relationship:addressForm')}
          value={person.addressForm}
          options={addressForms.map((form) => ({ value: form, label: t(`relationship:form.${form}`) }))}
          onChange={(addressForm) => update.mutate({ addressForm })}
        />
      ) : (
        person.addressForm && <p>{t(`relationship:form.${person.addressForm}`)}</p>
      )}
      <p className="muted small">{t('relationship:theyMayRead')}</p>
    </>
  );
}
