import type { SmtpSender } from '#mail/smtp-sender';
import { type MailSender, type MailTransport, nothingConnected } from '#usecases/outbox/mail-transport';
import type { HostMail } from './mail-settings.ts';

/** The host's own server, for everybody who has no mailbox of their own connected. */
export function hostTransport(mail: HostMail | null): MailTransport {
  if (mail === null) return nothingConnected;
  let opened: Promise<SmtpSender> | undefined;
  // With the first message: a start need not wait for what speaks SMTP.
  const open = () => (opened ??= import('#mail/smtp-sender').then(({ smtpSender }) => smtpSender(mail.server)));
  const sender: MailSender = {
    from: mail.from,
    own: false,
    hand: async (message, begun) => (await open()).hand(message, begun),
  };
  return {
    senderFor: async () => sender,
    close: () => void opened?.then((one) => one.close()),
  };
}
