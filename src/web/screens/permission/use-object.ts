import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { Person } from '#contract/person';
import { codeOf } from '../../data/api-problem.ts';
import { api } from '../../data/client.ts';
import { showToast } from '../../ui/toasts.tsx';
import { firstNameOf } from '../opportunity/who-is.ts';

/** An objection in one tap, which can be taken back while the toast stands. */
export function useObject(person: Pick<Person, 'id' | 'name'>) {
  const { t } = useTranslation(['person', 'ui', 'problem']);
  const client = useQueryClient();
  const trouble = (error: unknown) => showToast(t(`problem:${codeOf(error)}`), { tone: 'trouble' });
  const undo = async () => {
    try {
      await api.post(`/persons/${person.id}/undo`);
      showToast(t('ui:undone'));
    } catch (error) {
      trouble(error);
    }
    await client.invalidateQueries();
  };
  return useMutation({
    mutationFn: () => api.post<Person>(`/persons/${person.id}/object`, {}),
    onSuccess: () => {
      showToast(t('person:objectedDone', { name: firstNameOf(person.name) }), { undo: () => void undo() });
      void client.invalidateQueries();
    },
    onError: trouble,
  });
}
