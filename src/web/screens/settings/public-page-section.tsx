import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import { Section } from './section.tsx';

/** The way to the public page of the company. */
export function PublicPageSection() {
  const { t } = useTranslation('publicPage');
  return (
    <Section id="publicPage" title={t('title')} about={t('linkBody')}>
      <div>
        <Link href="/settings/public-page">{t('link')}</Link>
      </div>
    </Section>
  );
}
