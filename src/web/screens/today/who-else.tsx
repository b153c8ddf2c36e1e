import { useTranslation } from 'react-i18next';
import { Plus } from 'lucide-react';
import { useMayWrite } from '../../data/me.ts';
import { Button } from '../../ui/button.tsx';
import { StartProspecting } from '../prospecting/start-prospecting.tsx';
import { useSheets } from '../shell/sheets.tsx';

/** What never reached a system gets in: asked at the end of the list, and so at the end of the day. */
export function WhoElse() {
  const { t } = useTranslation('today');
  const sheets = useSheets();
  if (!useMayWrite()) return null;
  return (
    <section className="who-else" aria-labelledby="who-else">
      <div>
        <h2 id="who-else">{t('whoElse')}</h2>
        <p className="muted small">{t('whoElseAbout')}</p>
      </div>
      <Button icon={<Plus size={18} aria-hidden="true" />} onClick={() => sheets.open({ kind: 'add' })}>
        {t('readyAdd')}
      </Button>
      <StartProspecting />
    </section>
  );
}
