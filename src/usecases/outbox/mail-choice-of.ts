import { companyChoice, type MailChoice, memberChoice } from '#core/outbox/mail-choice';
import { findMailChoice, type MailChoiceRow } from '#db/outbox';
import type { Tx } from '#db/transaction';

const toChoice = (row: MailChoiceRow): MailChoice => ({
  quietFrom: row.quiet_from,
  quietUntil: row.quiet_until,
  perMinute: row.per_minute,
  perDay: row.per_day,
});

/** What holds for mail of this member; null: for the company's own. Who chose nothing is as quiet as the company. */
export async function mailChoiceOf(tx: Tx, memberId: string | null): Promise<MailChoice> {
  const own = memberId === null ? undefined : await findMailChoice(tx, memberId);
  if (own) return toChoice(own);
  const row = await findMailChoice(tx, null);
  const company = row ? toChoice(row) : companyChoice;
  if (memberId === null) return company;
  return { ...memberChoice, quietFrom: company.quietFrom, quietUntil: company.quietUntil };
}
