import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../ui/button.tsx';

type Props = { onBack?: (() => void) | undefined; children: ReactNode };

/** Back and on, in reach of the thumb. */
export function WizardFoot({ onBack, children }: Props) {
  const { t } = useTranslation('ui');
  return (
    <footer className="wizard__foot">
      {onBack && (
        <Button size="large" onClick={onBack}>
          {t('back')}
        </Button>
      )}
      {children}
    </footer>
  );
}
