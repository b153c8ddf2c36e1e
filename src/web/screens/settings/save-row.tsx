import { useTranslation } from 'react-i18next';
import { Button } from '../../ui/button.tsx';

type Props = { changed: boolean; busy: boolean; label?: string; onDiscard: () => void };

/** Appears once something was changed: saves it, or puts it back. */
export function SaveRow({ changed, busy, label, onDiscard }: Props) {
  const { t } = useTranslation(['settings', 'ui']);
  if (!changed) return null;
  return (
    <div className="settings__save">
      <Button type="submit" kind="primary" busy={busy}>
        {label ?? t('ui:save')}
      </Button>
      <Button kind="quiet" onClick={onDiscard}>
        {t('settings:discard')}
      </Button>
    </div>
  );
}
