import { smtpSender } from '#mail/smtp-sender';
import { type MailSender, type MailTransport, nothingConnected } from '#usecases/outbox/mail-transport';
import type { HostMail } from './mail-settings.ts';

/** The host's own server, for everybody who has no mailbox of their own connected. */
export function hostTransport(mail: HostMail | null): MailTransport {
  if (mail === null) return nothingConnected;
  const server = smtpSender(mail.server);
  const sender: MailSender = {
    from: mail.from,
    own: false,
    hand: (message, begun) => server.hand(message, begun),
  };
  return {
    senderFor: async () => sender,
    close: () => server.close(),
  };
}
