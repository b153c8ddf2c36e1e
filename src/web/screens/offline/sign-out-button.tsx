import { LogOut } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useSignOut } from '../../data/use-sign-out.ts';
import { useOutbox } from '../../offline/use-outbox.ts';
import { Button } from '../../ui/button.tsx';
import { Sheet } from '../../ui/sheet.tsx';

/** Signing out; with something still to be sent it says so first. */
export function SignOutButton() {
  const { t } = useTranslation(['shell', 'offline', 'ui']);
  const { leave, isPending } = useSignOut();
  const { entries } = useOutbox();
  const [asking, setAsking] = useState(false);
  return (
    <>
      <Button
        busy={isPending}
        icon={<LogOut size={18} aria-hidden="true" />}
        onClick={() => (entries.length > 0 ? setAsking(true) : leave())}
      >
        {t('shell:signOut')}
      </Button>
      {asking && (
        <Sheet title={t('offline:leaveTitle')} onClose={() => setAsking(false)}>
          <p>{t('offline:leaveBody', { count: entries.length })}</p>
          <div className="step__acts">
            <Button data-first="" onClick={() => setAsking(false)}>
              {t('ui:cancel')}
            </Button>
            <Button kind="primary" busy={isPending} onClick={leave}>
              {t('offline:leaveAct')}
            </Button>
          </div>
        </Sheet>
      )}
    </>
  );
}
