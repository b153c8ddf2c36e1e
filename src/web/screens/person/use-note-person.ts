import type { Person } from '#contract/person';
import { newId } from '../../data/new-id.ts';
import { useAct } from '../../data/use-act.ts';
import { act } from '../../offline/outbox.ts';
import type { PersonNote } from '../../offline/outbox-entry.ts';
import { useKeptToast } from '../offline/use-take-out.ts';

/** Writes what is good to know of a person; without a connection it waits, and says so. */
export function useNotePerson(person: Person) {
  const keptToast = useKeptToast();
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
      if (answer === null) keptToast(id);
      return answer;
    },
    says: (answer) => (answer === null ? undefined : null),
    quiet: true,
  });
}
