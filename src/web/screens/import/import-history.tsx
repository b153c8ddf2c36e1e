import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Import } from '#contract/import';
import { importsQuery } from '../../data/imports.ts';
import { useMayWrite } from '../../data/me.ts';
import { Button, ButtonTo } from '../../ui/button.tsx';
import { ErrorState } from '../../ui/states.tsx';
import { useFormat } from '../../ui/use-format.ts';
import { useFileName } from './file-name.ts';
import { mayUndo } from './may-undo.ts';
import { UndoImportSheet } from './undo-import-sheet.tsx';

/** The lists that came before, with the way back. Nothing at all when there were none. */
export function ImportHistory() {
  const { t } = useTranslation('imports');
  const imports = useQuery(importsQuery);
  const [undoing, setUndoing] = useState<Import | null>(null);
  if (imports.isError) return <ErrorState error={imports.error} onRetry={() => void imports.refetch()} />;
  if (!imports.data || imports.data.items.length === 0) return null;
  return (
    <section className="lists">
      <h2>{t('history')}</h2>
      <ul>
        {imports.data.items.map((found) => (
          <HistoryRow key={found.id} found={found} onUndo={() => setUndoing(found)} />
        ))}
      </ul>
      {undoing && <UndoImportSheet found={undoing} onClose={() => setUndoing(null)} />}
    </section>
  );
}

function HistoryRow({ found, onUndo }: { found: Import; onUndo: () => void }) {
  const { t } = useTranslation('imports');
  const format = useFormat();
  const nameOf = useFileName();
  const mayWrite = useMayWrite();
  const { status, counts } = found;
  const open = status === 'uploaded' || status === 'checked' || status === 'failed';
  return (
    <li className="lists__row">
      <div className="lists__what">
        <p className="lists__name">{nameOf(found)}</p>
        <p className="muted small">
          {format.day(found.createdAt.slice(0, 10))} ·{' '}
          {t('rows', { count: found.rows, rows: format.number(found.rows) })}
          {status === 'committed' && counts && (
            <>
              {' · '}
              {format.number(counts.created)} {t('created')}, {format.number(counts.rejected)} {t('rejected')}
            </>
          )}
        </p>
        {status === 'undone' && found.keptAfterUndo > 0 && (
          <p className="small">
            {t('undoneKept', { count: found.keptAfterUndo, n: format.number(found.keptAfterUndo) })}
          </p>
        )}
        {mayUndo(found) && found.undoUntil && (
          <p className="muted small">{t('undoUntil', { day: format.shortDay(found.undoUntil.slice(0, 10)) })}</p>
        )}
      </div>
      <span className={`badge ${status === 'committed' ? 'badge--green' : status === 'failed' ? '' : 'badge--plain'}`}>
        {t(`historyStatus.${status}`)}
      </span>
      <div className="lists__acts">
        {mayWrite && mayUndo(found) && (
          <Button kind="quiet" onClick={onUndo}>
            {t('undoImport')}
          </Button>
        )}
        {status !== 'undone' && (mayWrite || !open) && (
          <ButtonTo to={`/import/${found.id}`}>{t(open ? 'goOn' : 'open')}</ButtonTo>
        )}
      </div>
    </li>
  );
}
