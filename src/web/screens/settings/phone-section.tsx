import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import { Section } from './section.tsx';

/** The way to the page on how the app comes on a telephone. */
export function PhoneSection() {
  const { t } = useTranslation('phone');
  return (
    <Section id="phone" title={t('title')} about={t('about')}>
      <div>
        <Link href="/phone">{t('link')}</Link>
      </div>
    </Section>
  );
}
