import type { Generated } from 'kysely';
import type { Day } from '#core/day/day';
import type { Channel } from '#core/opportunity/vocabulary';
import type { ConsentHow, ConsentPurpose, ContactPurpose, LawChannel, ProofKind } from '#core/permission/words';

/* The rows of src/db/migrations/0012-permission.sql that are permission's own. */

export interface ConsentTable {
  workspace_id: string;
  id: string;
  person_id: string;
  kind: ProofKind;
  channels: LawChannel[];
  purposes: ConsentPurpose[];
  wording: string;
  wording_version: string;
  language: 'nl' | 'en';
  how: ConsentHow;
  source: string | null;
  given_on: Day;
  confirmed_on: Day | null;
  until_on: Day | null;
  recorded_by: string;
  withdrawn_at: Date | null;
  withdrawn_by: string | null;
  withdrawn_how: ConsentHow | null;
  void_at: Date | null;
  created_at: Generated<Date>;
}

export interface PermissionOverrideTable {
  workspace_id: string;
  id: string;
  person_id: string;
  member_id: string;
  channel: Channel;
  purpose: Exclude<ContactPurpose, 'service'>;
  rule_id: string;
  ruleset_version: string;
  reason: string;
  created_at: Generated<Date>;
}
