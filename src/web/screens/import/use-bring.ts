import { useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useLocation } from 'wouter';
import { ApiProblem, codeOf } from '../../data/api-problem.ts';
import { importActs } from '../../data/imports.ts';
import { keys } from '../../data/keys.ts';
import { useAct } from '../../data/use-act.ts';

/** As the server's limit on a file (api/routes/import.ts). */
export const mostMegabytes = 60;

/** Sends a file or pasted rows and goes on to its wizard. `trouble`: why it was refused, in words. */
export function useBring() {
  const { t, i18n } = useTranslation(['imports', 'problem']);
  const client = useQueryClient();
  const [, navigate] = useLocation();
  const bring = useAct({
    run: async (what: File | string) => {
      if (typeof what === 'string') return importActs.paste(what);
      if (what.size > mostMegabytes * 1_000_000) throw new ApiProblem('file_too_large', 413);
      return importActs.upload(what);
    },
    quiet: true,
  });
  const words = (error: unknown): string => {
    const reason = error instanceof ApiProblem ? error.facts?.['reason'] : undefined;
    const key = `imports:refusal.${String(reason)}`;
    if (i18n.exists(key)) return i18n.t(key, { defaultValue: '' });
    const code = codeOf(error);
    return code === 'file_too_large' ? t('imports:fileTooLarge', { size: mostMegabytes }) : t(`problem:${code}`);
  };
  return {
    busy: bring.isPending,
    /** The name of what is being read. */
    name: typeof bring.variables === 'string' ? t('imports:pasteName') : (bring.variables?.name ?? ''),
    trouble: bring.error ? words(bring.error) : null,
    bring: (what: File | string) => {
      if (bring.isPending) return;
      bring.mutate(what, {
        onSuccess: (found) => {
          client.setQueryData(keys.import(found.id), found);
          navigate(`/import/${found.id}`);
        },
      });
    },
  };
}
