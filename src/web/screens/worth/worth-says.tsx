import { useTranslation } from 'react-i18next';
import type { Worth } from '#contract/opportunity';
import { useFormat } from '../../ui/use-format.ts';

/** The advice in words (unless it was `said` already), and from how long a search for somebody new it turns. */
export function WorthSays({ worth, said = false }: { worth: Worth; said?: boolean }) {
  const { t } = useTranslation('worth');
  const format = useFormat();
  const { advice, breakEvenMinutes: turn, fresh } = worth;
  // Until 20 have ended nobody is advised to stop; that it earns less here is not hidden either (the sum below).
  const few = !worth.enough && worth.perMinute < worth.newPerMinute;
  // Beyond the twelfth there is nothing to look ahead at, and what is worth nothing is no better than anything.
  if (worth.moments.length === 0 || worth.value === 0)
    return <p className="muted">{t(worth.moments.length === 0 ? 'momentsNone' : 'breakEvenNone')}</p>;
  return (
    <div className="worth__says">
      {!said && <p>{t(few ? 'advice.few' : `advice.${advice}`)}</p>}
      <p className="muted">
        {turn === null
          ? t('breakEvenNone')
          : turn < 0.5
            ? t('breakEvenZero')
            : t('breakEven', {
                minutes: format.duration(Math.round(turn)),
                finding: format.duration(fresh.finding),
              })}
      </p>
    </div>
  );
}
