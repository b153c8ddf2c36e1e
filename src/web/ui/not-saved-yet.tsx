import { useTranslation } from 'react-i18next';
import { Button } from './button.tsx';
import './states.css';

/** Above fields that hold what was typed before and never saved. */
export function NotSavedYet({ onAnew }: { onAnew: () => void }) {
  const { t } = useTranslation('ui');
  return (
    <p className="begun-before small">
      <span>{t('begunBefore')}</span>
      <Button size="small" kind="quiet" onClick={onAnew}>
        {t('beginAnew')}
      </Button>
    </p>
  );
}
