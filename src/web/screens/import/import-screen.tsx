import { useTranslation } from 'react-i18next';
import { useMayWrite } from '../../data/me.ts';
import { Page } from '../../ui/page.tsx';
import { DropZone } from './drop-zone.tsx';
import { ImportHistory } from './import-history.tsx';
import { PasteBox } from './paste-box.tsx';
import { useBring } from './use-bring.ts';
import { useFileDrop } from './use-file-drop.ts';
import './import.css';

/** Where a list comes in: dropped, chosen or pasted. And the lists that came before. */
export function ImportScreen() {
  const { t } = useTranslation('imports');
  const mayWrite = useMayWrite();
  return (
    <Page title={t('title')} about={t('about')}>
      {mayWrite ? <Bring /> : <p className="muted">{t('readOnly')}</p>}
      <ImportHistory />
    </Page>
  );
}

function Bring() {
  const { bring, busy, name, trouble } = useBring();
  const over = useFileDrop({ onFile: bring, onText: bring });
  return (
    <>
      <DropZone over={over} reading={busy ? name : null} trouble={trouble} onFile={bring} />
      <PasteBox busy={busy} onText={bring} />
    </>
  );
}
