import { useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { UpdateMe, UpdateSettings } from '#contract/workspace';
import { codeOf } from '../../data/api-problem.ts';
import { meQuery, useMe } from '../../data/me.ts';
import { settingsActs, settingsQuery } from '../../data/settings.ts';
import { useAct } from '../../data/use-act.ts';
import { changeLanguage } from '../../start/language.ts';
import { showToast } from '../../ui/toasts.tsx';

/** Saves what is about oneself. The answer is put in place at once, so that the next change carries the newest version. */
export function useSaveMe() {
  const { t, i18n } = useTranslation(['ui', 'settings', 'problem']);
  const client = useQueryClient();
  const me = useMe();
  const save = useAct({
    run: async (change: Omit<UpdateMe, 'version'>) => {
      const saved = await settingsActs.me({ ...change, version: me.member.version });
      // First, so that "saved" is said in the language that was chosen.
      await changeLanguage(saved.member.language);
      client.setQueryData(meQuery.queryKey, saved);
      return saved;
    },
    says: () => i18n.t('ui:saved'),
    quiet: true,
  });
  return {
    ...save,
    save: (change: Omit<UpdateMe, 'version'>) => save.mutate(change, { onError: conflictOr(t, client) }),
  };
}

/** Saves what is about the whole workspace. */
export function useSaveWorkspace(version: number) {
  const { t } = useTranslation(['ui', 'settings', 'problem']);
  const client = useQueryClient();
  const save = useAct({
    run: async (change: Omit<UpdateSettings, 'version'>) => {
      const saved = await settingsActs.workspace({ ...change, version });
      client.setQueryData(settingsQuery.queryKey, saved);
      return saved;
    },
    says: () => t('ui:saved'),
    quiet: true,
  });
  return {
    ...save,
    save: (change: Omit<UpdateSettings, 'version'>, onDone?: () => void) =>
      save.mutate(change, { onError: conflictOr(t, client), ...(onDone && { onSuccess: onDone }) }),
  };
}

type Words = ReturnType<typeof useTranslation<['ui', 'settings', 'problem']>>['t'];

/** Changed elsewhere meanwhile: says so and shows how it is now; what was typed stays in the form. */
function conflictOr(t: Words, client: ReturnType<typeof useQueryClient>) {
  return (error: unknown) => {
    const code = codeOf(error);
    showToast(code === 'version_conflict' ? t('settings:version') : t(`problem:${code}`), { tone: 'trouble' });
    if (code === 'version_conflict') void client.invalidateQueries();
  };
}
