import { useTranslation } from 'react-i18next';
import type { Outcome } from '#core/opportunity/vocabulary';
import { useSheetKeys } from '../../ui/use-keys.ts';

/** In the order of how often they happen; the ones that end something come last. */
const order = [
  'no_answer',
  'message_left',
  'spoke',
  'interested',
  'appointment',
  'not_now',
  'bought',
  'declined',
  'do_not_contact',
] as const satisfies readonly Outcome[];

/** "Hoe ging het?": nine answers; a tap (or 1 to 9) is the act. */
export function OutcomeGrid({
  onTap,
  without = [],
}: {
  onTap: (outcome: Outcome) => void;
  without?: readonly Outcome[];
}) {
  const { t } = useTranslation(['log', 'words']);
  const shown = order.filter((outcome) => !without.includes(outcome));
  useSheetKeys(Object.fromEntries(shown.map((outcome, index) => [String(index + 1), () => onTap(outcome)])));
  return (
    <section aria-label={t('log:how')}>
      <p className="outcomes__head">
        <strong>{t('log:how')}</strong> <span className="muted small">{t('log:tapSaves')}</span>
      </p>
      <div className="outcomes">
        {shown.map((outcome, index) => (
          <button
            key={outcome}
            type="button"
            className={`outcome outcome--${outcome}`}
            data-first={index === 0 ? '' : undefined}
            onClick={() => onTap(outcome)}
          >
            <span>{t(`words:outcome.${outcome}`)}</span>
            <kbd aria-hidden="true">{index + 1}</kbd>
          </button>
        ))}
      </div>
    </section>
  );
}
