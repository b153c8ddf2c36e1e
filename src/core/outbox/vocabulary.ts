/** The words of what leaves by mail, as closed lists. Contract, database and screens derive from these. */

/**
 * `sign_in` and `service` go at least once, and at most twice. `personal` (written to one person) and `promotional` (sent in series) go at
 * most once: what may have arrived is never sent again by itself.
 */
export const mailKinds = ['sign_in', 'service', 'personal', 'promotional'] as const;
export type MailKind = (typeof mailKinds)[number];

export const mailStates = ['queued', 'sending', 'sent', 'failed', 'uncertain', 'cancelled', 'blocked'] as const;
export type MailState = (typeof mailStates)[number];

/** Why a message waits, though it is due. */
export const holdReasons = ['planned', 'quiet_hours', 'pace', 'try_again'] as const;
export type HoldReason = (typeof holdReasons)[number];

/** Why a message will not go, beside the reasons of permission. */
export const refusalReasons = [
  'suppressed',
  'restricted',
  'server_refused',
  'too_often',
  'crashed',
  'line_broke',
  'restored',
  'told_arrived',
  'taken_back',
] as const;
export type RefusalReason = (typeof refusalReasons)[number];
