import { useTranslation } from 'react-i18next';
import { LinkTabs } from '../../ui/link-tabs.tsx';

/** The Mirror, where time went, and how sales came about: all look back. */
export function MirrorTabs() {
  const { t } = useTranslation('spent');
  return (
    <LinkTabs
      label={t('tabs')}
      tabs={[
        { to: '/mirror', label: t('tabMirror') },
        { to: '/mirror/time', label: t('tabTime') },
        { to: '/mirror/stories', label: t('tabStories') },
      ]}
    />
  );
}
