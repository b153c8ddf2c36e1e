import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { mostFileBytes } from '#contract/person-file';
import { codeOf } from '../../data/api-problem.ts';
import { fileActs } from '../../data/files.ts';
import { keys } from '../../data/keys.ts';
import { newId } from '../../data/new-id.ts';
import { showToast } from '../../ui/toasts.tsx';

export type Upload = {
  id: string;
  file: File;
  /** Why it is not kept, in words; null while it is on its way. */
  trouble: string | null;
  mayTry: boolean;
};

/** Files on their way to the server: each is shown until it is there, and one that is not taken stays with the reason. */
export function useUploads(personId: string) {
  const { t } = useTranslation(['person', 'problem']);
  const client = useQueryClient();
  const [uploads, setUploads] = useState<readonly Upload[]>([]);
  const change = (id: string, part: Partial<Upload>) =>
    setUploads((before) => before.map((one) => (one.id === id ? { ...one, ...part } : one)));
  const leave = (id: string) => setUploads((before) => before.filter((one) => one.id !== id));
  const tooLarge = t('person:files.tooLargeToSend', { size: mostFileBytes / 1_000_000 });

  const send = async ({ id, file }: Pick<Upload, 'id' | 'file'>): Promise<void> => {
    try {
      await fileActs.add(personId, file, id);
      await client.invalidateQueries({ queryKey: keys.person(personId) });
      leave(id);
      showToast(t('person:files.kept', { name: file.name }));
    } catch (error) {
      const code = codeOf(error);
      change(id, {
        trouble: code === 'file_too_large' ? tooLarge : t(`problem:${code}`),
        mayTry: code !== 'file_too_large',
      });
    }
  };

  return {
    uploads,
    leave,
    add: (files: readonly File[]) => {
      const fresh = files.map((file): Upload => {
        const fits = file.size <= mostFileBytes;
        return { id: newId(), file, trouble: fits ? null : tooLarge, mayTry: fits };
      });
      setUploads((before) => [...before, ...fresh]);
      for (const one of fresh) if (one.trouble === null) void send(one);
    },
    again: (id: string) => {
      const upload = uploads.find((one) => one.id === id);
      if (!upload) return;
      change(id, { trouble: null });
      void send(upload);
    },
  };
}
