import { useTranslation } from 'react-i18next';
import type { Opportunity } from '#contract/opportunity';

/** Everything that has an address is blocked. */
export function nothingMay({ person }: Opportunity): boolean {
  return person !== null && person.channels.length > 0 && person.channels.every((one) => one.verdict === 'block');
}

/** The lawful way when no channel may be used, and why; or what a warning says of the best one. */
export function WaitNote({ opportunity, channel }: { opportunity: Opportunity; channel: string | undefined }) {
  const { t } = useTranslation('permission');
  const { person } = opportunity;
  if (!person) return null;
  const [first] = person.channels;
  if (nothingMay(opportunity) && first)
    return (
      <p className="small" role="note">
        <strong>{t('wait')}.</strong> {t(`reason.${first.reason}`)}
      </p>
    );
  const best = person.channels.find((one) => one.channel === channel);
  return best?.verdict === 'warn' ? (
    <p className="muted small" role="note">
      {t(`reason.${best.reason}`)}
    </p>
  ) : null;
}
