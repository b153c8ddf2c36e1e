import type { ColumnType, Generated } from 'kysely';

/** The rows of src/db/migrations/0020-public.sql, as tables.ts has the others. */
export interface PublicPageTable {
  workspace_id: string;
  is_on: Generated<boolean>;
  slug: string | null;
  name: string | null;
  intro_nl: string | null;
  intro_en: string | null;
  sender: string | null;
  colour: Generated<string>;
  member_id: string;
  every_days: Generated<number>;
  makes_opportunity: Generated<boolean>;
  version: Generated<number>;
}

export interface SubscriberTable {
  workspace_id: string;
  id: string;
  person_id: string;
  email: string;
  email_key: string;
  language: 'nl' | 'en';
  module: Generated<'none' | 'running' | 'paused' | 'finished' | 'left'>;
  tips: Generated<'none' | 'running' | 'left'>;
  lesson: Generated<number>;
  every_days: number;
  next_at: Date | null;
  module_consent_id: string | null;
  tips_consent_id: string | null;
  confirmed_at: Date;
  version: Generated<number>;
  created_at: Generated<Date>;
}

export interface SignUpTable {
  workspace_id: string;
  id: string;
  email: string;
  email_key: string;
  name: string | null;
  language: 'nl' | 'en';
  module: boolean;
  tips: boolean;
  wording_module: string;
  wording_tips: string;
  wording_version: string;
  page: string;
  network: string | null;
  user_agent: string | null;
  handled_at: Date | null;
  mailed_at: Date | null;
  confirmed_at: Date | null;
  subscriber_id: string | null;
  created_at: Date;
}

export interface PublicLinkTable {
  workspace_id: string;
  id: string;
  hash: string;
  kind: 'confirm' | 'course' | 'leave_module' | 'leave_tips';
  sign_up_id: string | null;
  subscriber_id: string | null;
  expires_at: Date | null;
  used_at: Date | null;
  created_at: Generated<Date>;
}

export interface LessonProgressTable {
  workspace_id: string;
  id: string;
  subscriber_id: string;
  number: number;
  sent_at: Date;
  done_at: Date | null;
  names: ColumnType<LetGoName[] | null, string | null, string | null>;
}
export type LetGoName = { name: string; keen: string };

export interface TipTable {
  workspace_id: string;
  id: string;
  state: Generated<'draft' | 'scheduled' | 'sent'>;
  send_at: Date | null;
  sent_at: Date | null;
  recipients: number | null;
  member_id: string;
  version: Generated<number>;
  created_at: Generated<Date>;
}

export interface PublicTextTable {
  workspace_id: string;
  id: string;
  number: number | null;
  tip_id: string | null;
  language: 'nl' | 'en';
  version: number;
  title: string;
  body: string;
  act: string | null;
  is_own: Generated<boolean>;
  member_id: string;
  created_at: Date;
}

export interface ContactRequestTable {
  workspace_id: string;
  id: string;
  name: string;
  email: string | null;
  phone: string | null;
  organisation: string | null;
  message: string;
  language: 'nl' | 'en';
  handled_at: Date | null;
  person_id: string | null;
  opportunity_id: string | null;
  created_at: Date;
}
