import { useQueryClient } from '@tanstack/react-query';
import { LogOut } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { useMe } from '../../data/me.ts';
import { settingsActs } from '../../data/settings.ts';
import { useAct } from '../../data/use-act.ts';
import { Button } from '../../ui/button.tsx';
import { Section } from './section.tsx';

export function AccountSection() {
  const { t } = useTranslation('settings');
  const { member } = useMe();
  const client = useQueryClient();
  const signOut = useAct({
    run: async () => {
      await settingsActs.signOut();
      // Nothing of this member stays in the page.
      client.clear();
      window.location.assign('/');
    },
  });
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
        <Button
          busy={signOut.isPending}
          icon={<LogOut size={18} aria-hidden="true" />}
          onClick={() => signOut.mutate(undefined)}
        >
          {t('signOut')}
        </Button>
      </div>
    </Section>
  );
}
