import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import { Section } from './section.tsx';

/** The way to the page of the rights of persons. */
export function PrivacySection() {
  const { t } = useTranslation('rights');
  return (
    <Section id="privacy" title={t('title')} about={t('linkBody')}>
      <div>
        <Link href="/settings/privacy">{t('link')}</Link>
      </div>
    </Section>
  );
}
