import { useTranslation } from 'react-i18next';
import type { Mail } from '#contract/outbox';
import { holdReasons, refusalReasons } from '#core/outbox/vocabulary';
import { reasonCodes } from '#core/permission/words';

/** Why a mail waits, failed or may not go, in a sentence; null where there is nothing to say. */
export function useMailReason(): (mail: Pick<Mail, 'reason'>) => string | null {
  const { t } = useTranslation(['outbox', 'permission']);
  return ({ reason }) => {
    const own = [...holdReasons, ...refusalReasons].find((code) => code === reason);
    if (own) return t(`outbox:reason.${own}`);
    const ofPermission = reasonCodes.find((code) => code === reason);
    return ofPermission ? t(`permission:reason.${ofPermission}`) : null;
  };
}
