import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Person } from '#contract/person';
import { codeOf } from '../../data/api-problem.ts';
import { api } from '../../data/client.ts';
import { useAct } from '../../data/use-act.ts';
import { Button } from '../../ui/button.tsx';
import { TextArea } from '../../ui/field.tsx';
import { Sheet } from '../../ui/sheet.tsx';
import { firstNameOf } from '../opportunity/who-is.ts';

/** An objection: no more contact by any channel. */
export function ObjectSheet({ person, onClose }: { person: Person; onClose: () => void }) {
  const { t } = useTranslation(['person', 'log', 'ui', 'problem']);
  const [note, setNote] = useState('');
  const name = firstNameOf(person.name);
  const object = useAct({
    run: () => api.post<Person>(`/persons/${person.id}/object`, note.trim() ? { note: note.trim() } : {}),
    says: () => t('person:objectedDone', { name }),
    quiet: true,
  });
  return (
    <Sheet
      title={t('person:objectTitle', { name })}
      onClose={onClose}
      foot={
        <>
          <Button onClick={onClose}>{t('ui:cancel')}</Button>
          <Button
            kind="danger"
            busy={object.isPending}
            onClick={() => object.mutate(undefined, { onSuccess: onClose })}
          >
            {t('person:objectAct')}
          </Button>
        </>
      }
    >
      <p>{t('person:objectBody', { name })}</p>
      <TextArea label={t('log:note')} value={note} onChange={(event) => setNote(event.target.value)} optional />
      {object.error && (
        <p className="field__error" role="alert">
          {t(`problem:${codeOf(object.error)}`)}
        </p>
      )}
    </Sheet>
  );
}
