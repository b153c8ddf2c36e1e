import { useTranslation } from 'react-i18next';
import { Button } from '../../ui/button.tsx';
import { Sheet } from '../../ui/sheet.tsx';

/** Asks before something that reads along stops working. */
export function StopSheet({
  title,
  body,
  act,
  busy,
  onStop,
  onClose,
}: {
  title: string;
  body: string;
  act: string;
  busy: boolean;
  onStop: () => void;
  onClose: () => void;
}) {
  const { t } = useTranslation('ui');
  return (
    <Sheet
      title={title}
      onClose={onClose}
      foot={
        <>
          <Button data-first="" onClick={onClose}>
            {t('cancel')}
          </Button>
          <Button kind="danger" busy={busy} onClick={onStop}>
            {act}
          </Button>
        </>
      }
    >
      <p>{body}</p>
    </Sheet>
  );
}
