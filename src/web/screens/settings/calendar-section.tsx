import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import { Section } from './section.tsx';

/** The way to the page of one's calendar and telephone. */
export function CalendarSection() {
  const { t } = useTranslation('calendar');
  return (
    <Section id="calendar" title={t('title')} about={t('body')}>
      <div>
        <Link href="/settings/calendar">{t('link')}</Link>
      </div>
    </Section>
  );
}
