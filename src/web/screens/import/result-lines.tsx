import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Import } from '#contract/import';
import { rejectedAddress } from '../../data/imports.ts';
import { useMayWrite } from '../../data/me.ts';
import { Button, ButtonTo } from '../../ui/button.tsx';
import { useFormat } from '../../ui/use-format.ts';
import { useFileName } from './file-name.ts';
import { mayUndo } from './may-undo.ts';
import { UndoImportSheet } from './undo-import-sheet.tsx';

/** What else the list brought, what stayed out, and the way back. */
export function ResultLines({ found }: { found: Import }) {
  const { t } = useTranslation('imports');
  const format = useFormat();
  const nameOf = useFileName();
  const mayWrite = useMayWrite();
  const [undoing, setUndoing] = useState(false);
  const { counts } = found;
  if (!counts) return null;
  const n = format.number;
  const going = counts.created + counts.updated;
  return (
    <section className="result">
      <ul>
        <li>{t('doneAbout', { count: going, name: nameOf(found), rows: n(going) })}</li>
        {counts.open > 0 && <li>{t('openNow', { count: counts.open, n: n(counts.open) })}</li>}
        {counts.won > 0 && <li>{t('wonNow', { count: counts.won, n: n(counts.won) })}</li>}
        {counts.rejected > 0 && (
          <li>
            {t('rejectedTitle', { count: counts.rejected, rows: n(counts.rejected) })}.{' '}
            <a href={rejectedAddress(found.id)} download>
              {t('download')}
            </a>
          </li>
        )}
        {found.wordsFollow && <li>{t('wordsFollow')}</li>}
        {counts.toComplete > 0 && <li>{t('toComplete', { count: counts.toComplete, n: n(counts.toComplete) })}</li>}
      </ul>
      <div className="result__acts">
        <ButtonTo kind="quiet" to="/import">
          {t('another')}
        </ButtonTo>
        {mayWrite && mayUndo(found) && (
          <Button kind="quiet" onClick={() => setUndoing(true)}>
            {t('undoImport')}
          </Button>
        )}
      </div>
      {undoing && <UndoImportSheet found={found} onClose={() => setUndoing(false)} />}
    </section>
  );
}
