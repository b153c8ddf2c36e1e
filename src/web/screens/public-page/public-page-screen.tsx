import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { ChevronLeft } from 'lucide-react';
import { Link } from 'wouter';
import { useMe } from '../../data/me.ts';
import { publicPageQuery } from '../../data/public-page.ts';
import { LinkTabs } from '../../ui/link-tabs.tsx';
import { Page } from '../../ui/page.tsx';
import { ErrorState, Skeleton } from '../../ui/states.tsx';
import { ContactRequests } from './contact-requests.tsx';
import { Figures } from './figures.tsx';
import { Lessons } from './lessons.tsx';
import { PageForm } from './page-form.tsx';
import { PageSwitch } from './page-switch.tsx';
import { Subscribers } from './subscribers.tsx';
import { Tips } from './tips.tsx';
import '../settings/settings.css';
import './public-page.css';

/** The public page for its owner: how it looks, the lessons, the tips, and who gets them. */
export function PublicPageScreen({ part }: { part: 'page' | 'lessons' | 'tips' | 'people' }) {
  const { t } = useTranslation('publicPage');
  const { role } = useMe().member;
  const leads = role === 'owner' || role === 'manager';
  const page = useQuery({ ...publicPageQuery, enabled: leads });
  const at = '/settings/public-page';
  return (
    <Page
      title={t('title')}
      about={t('about')}
      before={
        <Link href="/settings" className="page__back">
          <ChevronLeft size={18} aria-hidden="true" /> {t('back')}
        </Link>
      }
    >
      <LinkTabs
        label={t('tabs')}
        tabs={[
          { to: at, label: t('page') },
          { to: `${at}/lessons`, label: t('lessons') },
          { to: `${at}/tips`, label: t('tips') },
          { to: `${at}/people`, label: t('people') },
        ]}
      />
      {!leads && <p>{t('ownerOnly')}</p>}
      {leads && page.isPending && <Skeleton height={120} rows={3} />}
      {page.isError && <ErrorState error={page.error} onRetry={() => void page.refetch()} />}
      {page.data && part === 'page' && (
        <>
          <PageSwitch page={page.data} mayChange={role === 'owner'} />
          {role === 'owner' && <PageForm key={page.data.version} page={page.data} />}
          <ContactRequests />
        </>
      )}
      {page.data && part === 'lessons' && <Lessons />}
      {page.data && part === 'tips' && <Tips />}
      {page.data && part === 'people' && (
        <>
          <Figures />
          <Subscribers />
        </>
      )}
    </Page>
  );
}
