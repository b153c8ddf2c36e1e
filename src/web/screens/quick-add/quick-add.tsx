import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Chips } from '../../ui/chips.tsx';
import { Sheet } from '../../ui/sheet.tsx';
import { PasteNames } from './paste-names.tsx';
import { SpokeForm } from './spoke-form.tsx';
import './quick-add.css';

/** What never reached a system gets in: one person in ten seconds, or a handful of names at once. */
export function QuickAdd({ tab, who, onClose }: { tab: 'spoke' | 'paste'; who: string; onClose: () => void }) {
  const { t } = useTranslation('quickAdd');
  const [shown, setShown] = useState(tab);
  return (
    <Sheet title={t(shown === 'spoke' ? 'title' : 'titlePaste')} onClose={onClose}>
      <Chips
        look="joined"
        legend={t('tabs')}
        value={shown}
        options={[
          { value: 'spoke', label: t('tabSpoke') },
          { value: 'paste', label: t('tabPaste') },
        ]}
        onChange={setShown}
      />
      {shown === 'spoke' ? <SpokeForm who={who} onClose={onClose} /> : <PasteNames onClose={onClose} />}
    </Sheet>
  );
}
