import { AppError } from '#contract/app-error';
import { endMail, lockMailOfMoments } from '#db/outbox';
import type { Tx } from '#db/transaction';

/** Takes back what was written with these moments, as they are taken back themselves. Throws `mail_gone` when one has left: it happened. */
export async function takeBackMail(tx: Tx, momentIds: readonly string[], at: Date): Promise<void> {
  for (const mail of await lockMailOfMoments(tx, momentIds)) {
    if (mail.state === 'sending' || mail.state === 'sent' || mail.state === 'uncertain')
      throw new AppError('mail_gone', { at: 'mail', facts: { id: mail.id } });
    if (mail.state !== 'cancelled') await endMail(tx, mail.id, { state: 'cancelled', reason: 'taken_back', at });
  }
}
