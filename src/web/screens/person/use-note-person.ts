import { useTranslation } from 'react-i18next';
import type { Person } from '#contract/person';
import { newId } from '../../data/new-id.ts';
import { useAct } from '../../data/use-act.ts';
import { act, takeOut } from '../../offline/outbox.ts';
import type { PersonNote } from '../../offline/outbox-entry.ts';
import { showToast } from '../../ui/toasts.tsx';

/** Writes what is good to know of a person; without a connection it waits, and says so. */
export function useNotePerson(person: Person) {
  const { t } = useTranslation('offline');
  return useAct({
    run: async ({ field, text }: { field: PersonNote; text: string | null }) => {
      const id = newId();
      const body = { version: person.version, [field]: text };
      const answer = await act({
        kind: 'note',
        id,
        recordId: person.id,
        name: person.name,
        body,
        field,
        seen: person[field],
      });
      if (answer === null) {
        showToast(t('keptToast'), { undo: () => void takeOut(id).then(() => showToast(t('takenOut'))) });
      }
      return answer;
    },
    says: (answer) => (answer === null ? undefined : null),
    quiet: true,
  });
}
