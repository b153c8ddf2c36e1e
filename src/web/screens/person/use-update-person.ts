import type { Person, UpdatePerson } from '#contract/person';
import { api } from '../../data/client.ts';
import { useAct } from '../../data/use-act.ts';

/** Writes fields of a person; `version` guards against another tab. Refusals are the form's to show. */
export function useUpdatePerson(person: Person, says?: () => string) {
  return useAct({
    run: (part: Omit<UpdatePerson, 'version'>) =>
      api.patch<Person>(`/persons/${person.id}`, { ...part, version: person.version }),
    ...(says && { says }),
    quiet: true,
  });
}
