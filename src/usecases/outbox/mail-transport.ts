import type { Handed } from '#core/outbox/after-attempt';
import type { MailLane } from '#db/outbox';
import type { Correspondent, OutgoingMail } from '#mail/compose-message';

/** Something that can send: the host's server, or a member's own mailbox. */
export type MailSender = {
  from: Correspondent;
  /** A member's own: sends as them. The host's sends in their name, and answers go to their address. */
  own: boolean;
  /** Never throws. `begun`: told when the server asks for the message itself. */
  hand: (mail: OutgoingMail, begun?: () => void) => Promise<Handed>;
};

/** Made by main, which knows the servers. Null: nothing is connected, and mail waits. */
export type MailTransport = {
  senderFor: (lane: MailLane) => Promise<MailSender | null>;
  close: () => void;
};

export const nothingConnected: MailTransport = { senderFor: async () => null, close() {} };

/** The first that has a sender for a lane: a member's mailbox before the host's server. */
export function firstOf(transports: readonly MailTransport[]): MailTransport {
  return {
    async senderFor(lane) {
      for (const transport of transports) {
        const sender = await transport.senderFor(lane);
        if (sender) return sender;
      }
      return null;
    },
    close() {
      for (const transport of transports) transport.close();
    },
  };
}
