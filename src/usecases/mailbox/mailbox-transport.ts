import type { Databases } from '#db/connect';
import { mailboxOf, type MailboxRow } from '#db/mailbox';
import { inWorkspace } from '#db/transaction';
import { composeMessage, type OutgoingMail } from '#mail/compose-message';
import { foldersToRead, type ImapLogin, openImap } from '#mail/imap-session';
import { type SmtpSender, smtpSender } from '#mail/smtp-sender';
import type { Outside } from '../identity/outside.ts';
import type { MailSender, MailTransport } from '../outbox/mail-transport.ts';
import { loginOf } from './mailbox-login.ts';

type World = { databases: Databases; now: () => Date; newId: () => string };
type Opened = { version: number; smtp: SmtpSender; sender: MailSender };

/**
 * Sends by the mailbox of the member whose mail it is, in their own name; puts it into their folder of sent mail where the provider does not.
 * Its host is found by the checked way out each time a connection is opened anew.
 */
export function mailboxTransport(world: World, outside: Outside): MailTransport {
  const open = new Map<string, Opened>();
  return {
    async senderFor({ workspaceId, memberId }) {
      if (memberId === null) return null;
      const context = { ...world, actor: { workspaceId, memberId, role: 'seller' as const } };
      const mailbox = await inWorkspace(world.databases, workspaceId, (tx) => mailboxOf(tx, memberId), {
        readOnly: true,
      });
      // One that never got in is not used for sending: the host's server is, where there is one.
      if (!mailbox || mailbox.last_error === 'login_refused' || mailbox.last_error === 'no_secret') return null;
      const present = open.get(mailbox.id);
      if (present?.version === mailbox.version) return present.sender;
      present?.smtp.close();
      const login = await loginOf({ context, outside }, mailbox).catch(() => null);
      const checked = await outside.egress.check(mailbox.smtp_host, mailbox.smtp_port).catch(() => null);
      if (login === null || checked === null) return null;
      const isPlain = mailbox.smtp_security === 'none';
      if (isPlain && !outside.egress.isOwn(mailbox.smtp_host, mailbox.smtp_port)) return null;
      const smtp = smtpSender({
        host: checked.address,
        port: checked.port,
        secure: mailbox.smtp_security === 'tls',
        requireTls: mailbox.smtp_security === 'starttls',
        // A token lasts an hour: asked again for each connection.
        login:
          'pass' in login
            ? { user: login.user, password: login.pass }
            : { user: login.user, accessToken: () => freshToken({ context, outside }, mailbox) },
        dkim: null,
        connections: 2,
        socket: { tls: { servername: checked.host, minVersion: 'TLSv1.2' }, servername: checked.host },
      });
      const sender: MailSender = {
        from: { name: null, address: mailbox.address },
        own: true,
        hand: async (mail, begun) => {
          const handed = await smtp.hand(mail, begun);
          // Nobody waits for it: the message is gone, and what the folder says changes nothing of that.
          if (handed.kind === 'sent' && !mailbox.keeps_sent)
            void keepInSent(outside, mailbox, login, mail).catch(() => {});
          return handed;
        },
      };
      open.set(mailbox.id, { version: mailbox.version, smtp, sender });
      return sender;
    },
    close() {
      for (const { smtp } of open.values()) smtp.close();
      open.clear();
    },
  };
}

async function freshToken(watch: Parameters<typeof loginOf>[0], mailbox: MailboxRow): Promise<string> {
  const login = await loginOf(watch, mailbox);
  if ('accessToken' in login) return login.accessToken;
  throw new Error('The mailbox has a password by now.');
}

async function keepInSent(
  { egress }: Outside,
  mailbox: MailboxRow,
  login: ImapLogin,
  mail: OutgoingMail,
): Promise<void> {
  const server = { host: mailbox.imap_host, port: mailbox.imap_port, security: mailbox.imap_security };
  const client = await openImap(egress, server, login, () => {});
  try {
    const sent = foldersToRead(await client.list(), []).find((folder) => folder.role === 'sent');
    if (sent) await client.append(sent.path, await composeMessage(mail, null), ['\\Seen'], mail.date);
    await client.logout();
  } finally {
    client.close();
  }
}
