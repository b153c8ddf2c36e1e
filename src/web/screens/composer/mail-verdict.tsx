import { useTranslation } from 'react-i18next';
import type { MailDraft } from '#contract/composer';
import { VerdictMark } from '../permission/verdict-mark.tsx';

/** May they be mailed, while it is written; it is asked again when it goes. */
export function MailVerdict({ draft: { permission }, name }: { draft: MailDraft; name: string }) {
  const { t } = useTranslation(['composer', 'permission']);
  if (!permission) return null;
  const [first] = permission.reasons;
  const reason = first ? t(`permission:reason.${first}`) : '';
  return (
    <p className="composer__verdict small">
      <VerdictMark verdict={permission.verdict} />
      <span>
        {permission.verdict === 'block'
          ? t('composer:blocked', { name, reason })
          : permission.verdict === 'warn'
            ? t('composer:careful', { reason })
            : t('composer:allowed', { basis: t(`permission:basis.${permission.basis}`) })}
      </span>
    </p>
  );
}
