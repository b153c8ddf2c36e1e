import { useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { codeOf } from '../../data/api-problem.ts';
import { takeOut } from '../../offline/outbox.ts';
import { showToast } from '../../ui/toasts.tsx';

/** Takes back what waits to be sent, and says so. */
export function useTakeOut(): (id: string) => Promise<void> {
  const { t } = useTranslation(['offline', 'problem']);
  const client = useQueryClient();
  return async (id) => {
    try {
      await takeOut(id);
      showToast(t('offline:takenOut'));
    } catch (error) {
      showToast(t(`problem:${codeOf(error)}`), { tone: 'trouble' });
    }
    await client.invalidateQueries();
  };
}

/** Says that an act is kept on this device, with its way back. */
export function useKeptToast(): (id: string) => void {
  const { t } = useTranslation('offline');
  const takeBack = useTakeOut();
  return (id) => void showToast(t('keptToast'), { undo: () => void takeBack(id) });
}
