import { useTranslation } from 'react-i18next';
import type { Import } from '#contract/import';
import { Button, ButtonTo } from '../../ui/button.tsx';
import { EmptyState } from '../../ui/states.tsx';

/** Why a trial run or the import itself stopped, in words; nothing was changed. */
export function Failure({ found, onBack }: { found: Import; onBack: () => void }) {
  const { t, i18n } = useTranslation(['imports', 'problem']);
  const { failure } = found;
  const words = (code: string): string => {
    for (const key of [`imports:refusal.${code}`, `problem:${code}`])
      if (i18n.exists(key)) return i18n.t(key, { defaultValue: '' });
    return t('problem:internal');
  };
  return (
    <EmptyState
      title={t('imports:failedTitle')}
      acts={
        <>
          <Button kind="primary" onClick={onBack}>
            {t('imports:tryAgain')}
          </Button>
          <ButtonTo to="/import">{t('imports:startAgain')}</ButtonTo>
        </>
      }
    >
      <p>{failure ? words(failure.code) : t('imports:failedStopped')}</p>
      {failure?.detail && (
        <p>
          {i18n.exists(`imports:refusal.${failure.detail}`)
            ? words(failure.detail)
            : t('imports:failedPlace', { detail: failure.detail })}
        </p>
      )}
    </EmptyState>
  );
}
