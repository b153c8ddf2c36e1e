import type { MessageToQueue } from '../outbox/queue-message.ts';
import type { Mail } from './mails.ts';

/** What the public page sends goes by the host's own server, as soon as it may. */
const byTheHost = { memberId: null, sendAfter: null, inReplyTo: null, references: null } as const;

/** An answer to what they did themselves just now. */
export function serviceMessage(address: string, personId: string | null, mail: Mail, cause: string): MessageToQueue {
  return {
    ...byTheHost,
    kind: 'service',
    purpose: null,
    unsubscribeUrl: null,
    to: { name: null, address },
    personId,
    ...mail,
    cause,
  };
}

/** One of a series: whether they still allow it is asked again when it leaves. */
export function seriesMessage(
  reader: { email: string; person_id: string },
  mail: Mail,
  leaveUrl: string,
  cause: string,
): MessageToQueue {
  return {
    ...byTheHost,
    kind: 'promotional',
    purpose: 'bulk',
    unsubscribeUrl: leaveUrl,
    to: { name: null, address: reader.email },
    personId: reader.person_id,
    ...mail,
    cause,
  };
}
