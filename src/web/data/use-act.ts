import { useMutation, useQueryClient, type UseMutationResult } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { closeOlderToast, showToast } from '../ui/toasts.tsx';
import { api } from './client.ts';
import { codeOf } from './api-problem.ts';
import { forgetChange, rememberChange } from './recent-changes.ts';

/** Takes a change back, says so, and asks everything shown again. */
export function useUndo(): (changeId: string) => Promise<void> {
  const { t } = useTranslation(['ui', 'problem']);
  const client = useQueryClient();
  return async (changeId) => {
    forgetChange(changeId);
    try {
      await api.post(`/changes/${changeId}/undo`);
      showToast(t('ui:undone'));
    } catch (error) {
      showToast(t(`problem:${codeOf(error)}`), { tone: 'trouble' });
    }
    await client.invalidateQueries();
  };
}

type Act<Input, Output> = {
  run: (input: Input) => Promise<Output>;
  /** What the toast says; nothing when it answers null, and undefined leaves what it says already. */
  says?: (output: Output, input: Input) => string | null | undefined;
  /** Where the answer has a change that can be taken back. */
  change?: (output: Output) => string | null;
  /** Leave refusals to the screen (a form that shows them in place). */
  quiet?: boolean;
};

/**
 * A write: runs, says what happened with "undo" for 8 seconds, and asks everything that is on the screen again. A
 * refusal is said in words unless `quiet`.
 */
export function useAct<Input, Output>({
  run,
  says,
  change,
  quiet,
}: Act<Input, Output>): UseMutationResult<Output, Error, Input> {
  const { t } = useTranslation('problem');
  const client = useQueryClient();
  const undo = useUndo();
  return useMutation({
    mutationFn: run,
    onSuccess: (output, input) => {
      const text = says ? says(output, input) : null;
      const changeId = change?.(output) ?? null;
      if (changeId !== null) rememberChange({ changeId, label: text ?? '' });
      if (text === null) closeOlderToast();
      else if (text !== undefined) showToast(text, changeId === null ? {} : { undo: () => void undo(changeId) });
      // Not awaited: the act is done when the server said so.
      void client.invalidateQueries();
    },
    onError: (error) => {
      if (!quiet) showToast(t(codeOf(error)), { tone: 'trouble' });
    },
  });
}
