import { useTranslation } from 'react-i18next';
import type { Settings } from '#contract/workspace';
import { useMe } from '../../data/me.ts';
import { ButtonTo } from '../../ui/button.tsx';
import { Check } from '../../ui/field.tsx';
import { CashForm } from '../outlook/cash-form.tsx';
import { Section } from './section.tsx';
import { useSaveWorkspace } from './use-settings-acts.ts';

/** What is at hand, and what a viewer may read; needs and contracts stand on the Outlook itself. */
export function OutlookSection({ settings }: { settings: Settings }) {
  const { t } = useTranslation('settings');
  const { role } = useMe().member;
  const { save } = useSaveWorkspace(settings.version);
  return (
    <Section id="outlook" title={t('outlook')} about={t('outlookBody')}>
      <CashForm cash={settings.cash} version={settings.version} />
      {role === 'owner' && (
        <div>
          <Check
            label={t('viewerSeesCustomers')}
            checked={settings.viewerSeesCustomers}
            onChange={(event) => save({ viewerSeesCustomers: event.target.checked })}
          />
          <p className="muted small">{t('viewerSeesCustomersHint')}</p>
        </div>
      )}
      <div>
        <ButtonTo to="/outlook">{t('toOutlook')}</ButtonTo>
      </div>
    </Section>
  );
}
