import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useMayWrite, useMe } from '../../data/me.ts';
import { settingsQuery } from '../../data/settings.ts';
import { Page } from '../../ui/page.tsx';
import { ErrorState, Skeleton } from '../../ui/states.tsx';
import { AccountSection } from './account-section.tsx';
import { CalendarSection } from './calendar-section.tsx';
import { CompanySection } from './company-section.tsx';
import { DaysOffSection } from './days-off-section.tsx';
import { DaysSection } from './days-section.tsx';
import { ExportSection } from './export-section.tsx';
import { FiguresSection } from './figures-section.tsx';
import { FiguresTableSection } from './figures-table-section.tsx';
import { MailboxSection } from './mailbox-section.tsx';
import { MailSection } from './mail-section.tsx';
import { MeSection } from './me-section.tsx';
import { MinutesSection } from './minutes-section.tsx';
import { NoticesSection } from './notices-section.tsx';
import { OutlookSection } from './outlook-section.tsx';
import { PermissionSection } from './permission-section.tsx';
import { RhythmSection } from './rhythm-section.tsx';
import { FieldsSection } from './fields-section.tsx';
import { StagesSection } from './stages-section.tsx';
import { TemplatesSection } from './templates-section.tsx';
import { TagsSection } from './tags-section.tsx';
import { TokensSection } from './tokens-section.tsx';
import { PhoneSection } from './phone-section.tsx';
import { PrivacySection } from './privacy-section.tsx';
import { PublicPageSection } from './public-page-section.tsx';
import './settings.css';

const sections = [
  'me',
  'days',
  'daysOff',
  'tags',
  'mailbox',
  'notices',
  'mail',
  'templates',
  'calendar',
  'phone',
  'rhythm',
  'minutes',
  'numbers',
  'outlook',
  'permission',
  'company',
  'stages',
  'fields',
  'figures',
  'privacy',
  'export',
  'publicPage',
  'tokens',
  'account',
] as const;

export function SettingsScreen() {
  const { t } = useTranslation([
    'settings',
    'figures',
    'permission',
    'relationship',
    'rights',
    'notice',
    'mail',
    'calendar',
    'phone',
    'board',
    'fields',
    'publicPage',
    'outbox',
  ]);
  const { role } = useMe().member;
  const mayWrite = useMayWrite();
  // A viewer has only what is their own.
  const settings = useQuery({ ...settingsQuery, enabled: mayWrite });
  const leads = role === 'owner' || role === 'manager';
  const shown = mayWrite
    ? sections.filter((section) =>
        section === 'export' ? role === 'owner' : leads || (section !== 'privacy' && section !== 'publicPage'),
      )
    : (['me', 'account'] as const);
  return (
    <Page
      title={t('settings:title')}
      aside={
        <nav className="settings__places" aria-label={t('settings:sections')}>
          {shown.map((section) => (
            <a key={section} href={`#${section}`}>
              {section === 'figures'
                ? t('figures:title')
                : section === 'permission'
                  ? t('permission:settings')
                  : section === 'tags'
                    ? t('relationship:settings')
                    : section === 'privacy'
                      ? t('rights:title')
                      : section === 'publicPage'
                        ? t('publicPage:title')
                        : section === 'mailbox'
                          ? t('mail:title')
                          : section === 'notices'
                            ? t('notice:title')
                            : section === 'calendar'
                              ? t('calendar:title')
                              : section === 'phone'
                                ? t('phone:title')
                                : section === 'stages'
                                  ? t('board:stages')
                                  : section === 'mail'
                                    ? t('outbox:settings')
                                    : section === 'templates'
                                      ? t('outbox:templates')
                                      : section === 'fields'
                                        ? t('fields:title')
                                        : t(`settings:${section}`)}
            </a>
          ))}
        </nav>
      }
    >
      <MeSection />
      {mayWrite && <DaysSection />}
      {mayWrite && <DaysOffSection />}
      {mayWrite && <TagsSection leads={leads} />}
      {mayWrite && <MailboxSection />}
      {mayWrite && <NoticesSection />}
      {mayWrite && <MailSection leads={leads} />}
      {mayWrite && <TemplatesSection mayChange={leads} />}
      {mayWrite && <CalendarSection />}
      {mayWrite && <PhoneSection />}
      {mayWrite && settings.isPending && <Skeleton height={300} rows={3} gap={20} />}
      {settings.isError && <ErrorState error={settings.error} onRetry={() => void settings.refetch()} />}
      {settings.data && (
        // Another version, another form: what somebody else saved is shown, not silently overwritten.
        <fieldset key={settings.data.version} className="settings__workspace" disabled={!leads}>
          <legend className="only-read">{t('settings:company')}</legend>
          {!leads && <p className="muted">{t('settings:onlyManagers')}</p>}
          <RhythmSection settings={settings.data} />
          <MinutesSection settings={settings.data} />
          <FiguresSection settings={settings.data} />
          <OutlookSection settings={settings.data} />
          <PermissionSection settings={settings.data} />
          <CompanySection settings={settings.data} />
        </fieldset>
      )}
      {mayWrite && <StagesSection mayChange={leads} />}
      {mayWrite && <FieldsSection mayChange={leads} />}
      {mayWrite && <FiguresTableSection />}
      {leads && <PrivacySection />}
      {role === 'owner' && <ExportSection />}
      {leads && <PublicPageSection />}
      {mayWrite && <TokensSection />}
      <AccountSection />
    </Page>
  );
}
