import { smtpSender } from '#mail/smtp-sender';
import { type MailTransport, nothingConnected } from '#usecases/outbox/mail-transport';
import type { HostMail } from './mail-settings.ts';

/** The host's own server, for everybody who has no mailbox of their own connected. */
export function hostTransport(mail: HostMail | null): MailTransport {
  if (mail === null) return nothingConnected;
  const { from, server } = mail;
  const sender = smtpSender(server);
  const found = { from, own: false, hand: sender.hand };
  return { senderFor: async () => found, close: sender.close };
}
