import { useTranslation } from 'react-i18next';
import { LinkTabs } from '../../ui/link-tabs.tsx';

/** The Mirror and the time beside it: both look back. */
export function MirrorTabs() {
  const { t } = useTranslation('spent');
  return (
    <LinkTabs
      label={t('tabs')}
      tabs={[
        { to: '/mirror', label: t('tabMirror') },
        { to: '/mirror/time', label: t('tabTime') },
      ]}
    />
  );
}
