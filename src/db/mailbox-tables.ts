import type { Generated } from 'kysely';
import type { Day } from '#core/day/day';
import type { MailboxAuth, MailboxStep, MailSecurity } from '#core/mail/mailbox-words';

/** The rows of src/db/migrations/0019-mailbox.sql, as tables.ts has the others. */
export interface SealedSecretTable {
  workspace_id: string;
  id: string;
  member_id: string;
  key_id: string;
  sealed: Buffer;
  created_at: Generated<Date>;
}

export interface MailboxTable {
  workspace_id: string;
  id: string;
  member_id: string;
  address: string;
  auth: Generated<MailboxAuth>;
  user_name: string;
  imap_host: string;
  imap_port: number;
  imap_security: MailSecurity;
  smtp_host: string;
  smtp_port: number;
  smtp_security: MailSecurity;
  keeps_sent: Generated<boolean>;
  left_out_folders: Generated<string[]>;
  left_out_domains: Generated<string[]>;
  step: Generated<MailboxStep>;
  watching: 'idle' | 'poll' | null;
  last_error: string | null;
  last_error_said: string | null;
  last_error_at: Date | null;
  failures: Generated<number>;
  next_try_at: Date | null;
  checked_at: Date | null;
  last_message_at: Date | null;
  looked_at: Generated<number>;
  to_look_at: Generated<number>;
  version: Generated<number>;
  created_at: Generated<Date>;
}

export interface MailboxFolderTable {
  workspace_id: string;
  id: string;
  mailbox_id: string;
  path: string;
  role: 'inbox' | 'sent' | 'other';
  uid_validity: string;
  first_uid: number;
  last_uid: number;
}

export interface MailTable {
  workspace_id: string;
  id: string;
  member_id: string;
  mailbox_id: string | null;
  person_id: string;
  opportunity_id: string | null;
  moment_id: string | null;
  event_id: string | null;
  direction: 'in' | 'out';
  kind: 'message' | 'auto_reply' | 'bounce';
  message_key: string;
  message_id: string | null;
  in_reply_to: string | null;
  reference_ids: Generated<string[]>;
  from_name: Generated<string>;
  from_address: string;
  to_addresses: Generated<string[]>;
  subject: Generated<string>;
  sent_at: Date;
  happened_on: Day;
  words: Generated<string>;
  whole: Generated<string>;
  html: string | null;
  remote_images: Generated<number>;
  away_until: Day | null;
  dead: Generated<boolean>;
  is_head: Generated<boolean>;
  created_at: Generated<Date>;
}

export interface MailFileTable {
  workspace_id: string;
  id: string;
  mail_id: string;
  name: string;
  type: string;
  size: number;
  content: Buffer | null;
}

export interface InboxAddressTable {
  workspace_id: string;
  member_id: string;
  token: string;
  created_at: Generated<Date>;
}
