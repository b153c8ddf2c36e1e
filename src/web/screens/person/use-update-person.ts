import { useRef } from 'react';
import type { Person, UpdatePerson } from '#contract/person';
import { api } from '../../data/client.ts';
import { useAct } from '../../data/use-act.ts';

/**
 * Writes fields of a person; `version` guards against another tab. Two quick edits are written one after the other, the second with the
 * version that the first left. Refusals are the form's to show.
 */
export function useUpdatePerson(person: Person, says?: () => string) {
  const left = useRef<Promise<number>>(Promise.resolve(0));
  return useAct({
    run: (part: Omit<UpdatePerson, 'version'>) => {
      const written = left.current.then((version) =>
        api.patch<Person>(`/persons/${person.id}`, { ...part, version: Math.max(person.version, version) }),
      );
      left.current = written.then(
        (after) => after.version,
        () => 0,
      );
      return written;
    },
    ...(says && { says }),
    quiet: true,
  });
}
