export type MailAddress = { name: string; address: string };

/** A message as the rules see it: read by src/mail/read-message, addresses in lower case, ids without their brackets. */
export type MailFacts = {
  /** Null: none, or one that is no address. */
  from: MailAddress | null;
  to: readonly MailAddress[];
  subject: string;
  /** As the sender's clock said. */
  date: Date | null;
  messageId: string | null;
  inReplyTo: string | null;
  references: readonly string[];
  /** Names in lower case; of several the first, which the own server wrote. */
  headers: ReadonlyMap<string, string>;
  text: string;
  /** The parts message/delivery-status (RFC 3464). */
  reports: readonly string[];
  /** The head of what was sent back: message/rfc822 or text/rfc822-headers. */
  original: string;
};
