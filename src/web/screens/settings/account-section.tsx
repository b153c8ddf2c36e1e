import { useTranslation } from 'react-i18next';
import { useMe } from '../../data/me.ts';
import { SignOutButton } from '../offline/sign-out-button.tsx';
import { Section } from './section.tsx';

export function AccountSection() {
  const { t } = useTranslation('settings');
  const { member } = useMe();
  const [before, after] = t('password', { command: '\u0000' }).split('\u0000');
  return (
    <Section id="account" title={t('account')}>
      {member.email && <p>{t('signedInAs', { email: member.email })}</p>}
      <p className="muted">
        {before}
        <code>{t('passwordCommand')}</code>
        {after}
      </p>
      <div>
        <SignOutButton />
      </div>
    </Section>
  );
}
