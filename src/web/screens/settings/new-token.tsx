import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../ui/button.tsx';
import { CopyButton } from '../revive/copy-button.tsx';

/** The token itself: shown once, here. */
export function NewToken({ token, onDone }: { token: string; onDone: () => void }) {
  const { t } = useTranslation('settings');
  const box = useRef<HTMLDivElement>(null);
  // The form it stands in the place of had the focus.
  useEffect(() => box.current?.focus(), []);
  return (
    <div ref={box} className="token" role="status" tabIndex={-1}>
      <p>{t('tokenOnce')}</p>
      <p className="token__text">
        <code>{token}</code>
        <CopyButton text={token} label={t('tokenCopy')} />
      </p>
      <Button onClick={onDone}>{t('tokenDone')}</Button>
    </div>
  );
}
