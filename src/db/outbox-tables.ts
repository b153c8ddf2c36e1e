import type { Generated } from 'kysely';
import type { Day } from '#core/day/day';
import type { MailKind, MailState } from '#core/outbox/vocabulary';
import type { ContactPurpose } from '#core/permission/words';
import type { AddressForm } from '#core/relationship/address-form';

/* The rows of src/db/migrations/0018-outbox.sql and 0025-invitation.sql. */

export interface OutboxTable {
  workspace_id: string;
  id: string;
  cause: string;
  kind: MailKind;
  purpose: ContactPurpose | null;
  person_id: string | null;
  member_id: string | null;
  asked_on: Day | null;
  moment_id: string | null;
  to_name: string | null;
  to_address: string;
  subject: string;
  text: string;
  html: string | null;
  unsubscribe_url: string | null;
  in_reply_to: string | null;
  reference_ids: string | null;
  state: Generated<MailState>;
  reason: string | null;
  answer: string | null;
  send_after: Date;
  attempts: Generated<number>;
  unknowns: Generated<number>;
  message_id: string | null;
  claimed_at: Date | null;
  lease_id: string | null;
  lease_until: Date | null;
  ended_at: Date | null;
  version: Generated<number>;
  created_at: Generated<Date>;
  calendar: string | null;
  calendar_method: 'REQUEST' | 'CANCEL' | null;
}

export interface MailChoiceTable {
  workspace_id: string;
  id: string;
  member_id: string | null;
  quiet_from: number | null;
  quiet_until: number | null;
  per_minute: number | null;
  per_day: number | null;
  signature: Generated<string>;
  version: Generated<number>;
}

/** Of src/db/migrations/0022-templates.sql. */
export interface MailTemplateTable {
  workspace_id: string;
  id: string;
  language: 'nl' | 'en';
  form: AddressForm;
  step: number;
  subject: string;
  body: string;
  version: Generated<number>;
  created_at: Generated<Date>;
}
