import { useTranslation } from 'react-i18next';
import { Link, useLocation } from 'wouter';
import './today-tabs.css';

const tabs = [
  { to: '/', name: 'tabToday' },
  { to: '/done', name: 'tabDone' },
  { to: '/later', name: 'tabLater' },
] as const;

export function TodayTabs() {
  const { t } = useTranslation('today');
  const [path] = useLocation();
  return (
    <nav className="tabs" aria-label={t('tabs')}>
      {tabs.map((tab) => (
        <Link key={tab.to} href={tab.to} className="tab" aria-current={path === tab.to ? 'page' : undefined}>
          {t(tab.name)}
        </Link>
      ))}
    </nav>
  );
}
