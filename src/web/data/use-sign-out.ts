import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { forgetKept } from '../offline/kept.ts';
import { showToast } from '../ui/toasts.tsx';
import { codeOf, isAway } from './api-problem.ts';
import { settingsActs } from './settings.ts';

/** Ends the session, and leaves nothing to read in this browser. What was not sent yet stays until its member signs in again. */
export function useSignOut(): { leave: () => void; isPending: boolean } {
  const { t } = useTranslation(['offline', 'problem']);
  const client = useQueryClient();
  const leave = useMutation({
    mutationFn: async () => {
      await settingsActs.signOut();
      client.clear();
      await forgetKept();
      await navigator.clearAppBadge?.().catch(() => undefined);
      window.location.assign('/');
    },
    // The session is the server's: without it this browser would be signed in again by the next page.
    onError: (error) =>
      showToast(isAway(error) ? t('offline:leaveNeeds') : t(`problem:${codeOf(error)}`), { tone: 'trouble' }),
  });
  return { leave: () => leave.mutate(), isPending: leave.isPending };
}
