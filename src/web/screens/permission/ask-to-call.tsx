import { useTranslation } from 'react-i18next';
import type { Opportunity } from '#contract/opportunity';
import type { ConsentInTalk } from '#contract/permission';
import { Check } from '../../ui/field.tsx';
import { callNameOf } from '../opportunity/who-is.ts';
import { useMe } from '../../data/me.ts';

/** Asked of whoever may not simply be called: not of companies, who allowed it, or want no contact. */
export function mayAskToCall({ person }: Opportunity): boolean {
  const call = person?.channels.find((one) => one.channel === 'call');
  if (!call || person?.objected) return false;
  return !(['consent_given', 'legal_person', 'spoke', 'objected'] as const).some((reason) => reason === call.reason);
}

/** What is recorded when they said yes: the words that were shown, in the language in which they were. */
export function useConsentToCall(): ConsentInTalk {
  const { t } = useTranslation('permission');
  const { member } = useMe();
  return {
    channels: ['call'],
    wording: t('wording'),
    wordingVersion: 'permission.wording 1',
    language: member.language,
  };
}

/** "May I keep calling you?": one tap in the log sheet. */
export function AskToCall({
  opportunity,
  checked,
  onChange,
}: {
  opportunity: Opportunity;
  checked: boolean;
  onChange: (checked: boolean) => void;
}) {
  const { t } = useTranslation('permission');
  return (
    <div className="log__consent">
      <Check
        label={
          <>
            <strong>{t('ask')}</strong> {t('askYes', { name: callNameOf(opportunity) })}
          </>
        }
        checked={checked}
        onChange={(event) => onChange(event.target.checked)}
      />
      {checked && (
        <p className="muted small">
          “{t('wording')}” {t('askHint')}
        </p>
      )}
    </div>
  );
}
