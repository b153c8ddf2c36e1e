import { useEffect, useRef, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../ui/button.tsx';
import { CopyButton } from '../revive/copy-button.tsx';

/** What is shown once, here: each value with a button that copies it. */
export function Once({
  about,
  values,
  children,
  onDone,
}: {
  about: string;
  values: readonly { label: string; text: string }[];
  children?: ReactNode;
  onDone: () => void;
}) {
  const { t } = useTranslation('calendar');
  const box = useRef<HTMLDivElement>(null);
  // The form it stands in the place of had the focus.
  useEffect(() => box.current?.focus(), []);
  return (
    <div ref={box} className="token" role="status" tabIndex={-1}>
      <p>{about}</p>
      <dl className="once">
        {values.map(({ label, text }) => (
          <div key={label}>
            <dt>{label}</dt>
            <dd>
              <code>{text}</code>
              <CopyButton text={text} label={t('copyWhat', { what: label })} />
            </dd>
          </div>
        ))}
      </dl>
      {children}
      <div>
        <Button onClick={onDone}>{t('done')}</Button>
      </div>
    </div>
  );
}
