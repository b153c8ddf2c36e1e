import { useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { Import } from '#contract/import';
import { importActs } from '../../data/imports.ts';
import { keys } from '../../data/keys.ts';
import { useAct } from '../../data/use-act.ts';
import { Button } from '../../ui/button.tsx';
import { Sheet } from '../../ui/sheet.tsx';
import { useFormat } from '../../ui/use-format.ts';
import { useFileName } from './file-name.ts';

export function UndoImportSheet({ found, onClose }: { found: Import; onClose: () => void }) {
  const { t } = useTranslation(['imports', 'ui']);
  const format = useFormat();
  const client = useQueryClient();
  const nameOf = useFileName();
  const undo = useAct({
    run: importActs.undo,
    says: ({ keptAfterUndo: kept }) =>
      kept > 0 ? t('imports:undoKept', { count: kept, n: format.number(kept) }) : t('imports:undoDone'),
  });
  return (
    <Sheet
      title={t('imports:undoAsk', { name: nameOf(found) })}
      onClose={onClose}
      foot={
        <>
          <Button data-first="" onClick={onClose}>
            {t('ui:cancel')}
          </Button>
          <Button
            kind="danger"
            busy={undo.isPending}
            onClick={() =>
              undo.mutate(found.id, {
                onSuccess: (undone) => {
                  client.setQueryData(keys.import(found.id), undone);
                  onClose();
                },
              })
            }
          >
            {t('imports:undoAct')}
          </Button>
        </>
      }
    >
      <p>{t('imports:undoAskBody')}</p>
    </Sheet>
  );
}
