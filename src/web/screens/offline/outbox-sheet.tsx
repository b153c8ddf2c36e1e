import { useTranslation } from 'react-i18next';
import { flush } from '../../offline/outbox.ts';
import { useOutbox } from '../../offline/use-outbox.ts';
import { Button } from '../../ui/button.tsx';
import { Sheet } from '../../ui/sheet.tsx';
import { ConflictCard } from './conflict-card.tsx';
import { PendingLines } from './pending-lines.tsx';

/** All that was not sent yet: what asks for a choice first, then what waits. */
export function OutboxSheet({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation(['offline', 'ui']);
  const { entries } = useOutbox();
  const stuck = entries.filter((one) => one.refusal);
  const waiting = entries.filter((one) => !one.refusal);
  return (
    <Sheet title={t('offline:title')} about={t('offline:about')} onClose={onClose}>
      {entries.length === 0 && <p>{t('offline:none')}</p>}
      {stuck.map((entry) => (
        <ConflictCard key={entry.id} entry={entry} />
      ))}
      <PendingLines entries={waiting} named />
      <div className="step__acts">
        {waiting.length > 0 && <Button onClick={flush}>{t('offline:sendNow')}</Button>}
        <Button kind="primary" data-first="" onClick={onClose}>
          {t('ui:close')}
        </Button>
      </div>
    </Sheet>
  );
}
