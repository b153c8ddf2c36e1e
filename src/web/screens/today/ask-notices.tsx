import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { canPush } from '../../offline/push-device.ts';
import { Button } from '../../ui/button.tsx';
import { useThisDevice } from '../settings/use-this-device.ts';

const storageKey = 'aanhouder.notices';

/**
 * Asked once in a browser, and only after something was logged: before that there is nothing to be told about. The browser's own
 * question comes at the tap on yes.
 */
export function AskNotices({ logged }: { logged: boolean }) {
  const { t } = useTranslation('notice');
  const [asked, setAsked] = useState(wasAsked);
  const open = logged && !asked && canPush() && Notification.permission === 'default';
  const { push, add, busy } = useThisDevice(open);
  if (!open || !push.data) return null;
  const settle = () => {
    noteAsked();
    setAsked(true);
  };
  return (
    <section className="card ask" aria-label={t('title')}>
      <p>
        <strong>{t('ask')}</strong>
      </p>
      <p className="muted small">{t('askBody')}</p>
      <div className="state__acts">
        <Button busy={busy} onClick={() => void add().then(settle)}>
          {t('askYes')}
        </Button>
        <Button kind="quiet" onClick={settle}>
          {t('askNo')}
        </Button>
      </div>
    </section>
  );
}

function wasAsked(): boolean {
  try {
    return localStorage.getItem(storageKey) !== null;
  } catch {
    // Nothing can be remembered: not asked again and again.
    return true;
  }
}

function noteAsked(): void {
  try {
    localStorage.setItem(storageKey, 'asked');
  } catch {
    // Not asked anyway.
  }
}
