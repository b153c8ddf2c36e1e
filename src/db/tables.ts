import type { ColumnType, Generated, GeneratedAlways } from 'kysely';
import type { Day } from '#core/day/day';
import type { ContactCountry, ContactPurpose, SenderKind, Verdict } from '#core/permission/words';
import type { CustomField, CustomValues } from '#core/custom-field/custom-field';
import type { RhythmStep } from '#core/rhythm/rhythm';
import type {
  AnyStopReason,
  Channel,
  Intent,
  NextChannel,
  Outcome,
  Pace,
  Purpose,
  QuoteState,
  Role,
  State,
  StopKind,
  Warmth,
} from '#core/opportunity/vocabulary';
import type { Stage } from '#core/stage/stages';
import type { ChangeRecordTable, ChangeTable, IdempotencyTable } from './change-tables.ts';
import type {
  CounterBoardTable,
  CounterDayTable,
  CounterIndexTable,
  CounterMinutesTable,
  CounterMissedTable,
  CounterPendingTable,
  CounterProspectingTable,
  CounterTotalTable,
  ProspectingTable,
} from './counter-tables.ts';
import type { AppointmentTable, CalendarConnectionTable, CalendarEventTable } from './calendar-tables.ts';
import type { ImportChangedTable, ImportTable, ImportTouchedTable } from './import-tables.ts';
import type { BulkRunTable, CustomValueTable, NotDuplicateTable, SavedViewTable } from './list-tables.ts';
import type {
  InboxAddressTable,
  MailboxFolderTable,
  MailboxTable,
  MailFileTable,
  MailTable,
  SealedSecretTable,
} from './mailbox-tables.ts';
import type {
  OrganisationTable,
  PersonFilePartTable,
  PersonFileTable,
  PersonOrganisationTable,
  PersonTable,
} from './person-tables.ts';
import type { DayOffTable, TeamTable } from './team-tables.ts';
import type { MailChoiceTable, MailTemplateTable, OutboxTable } from './outbox-tables.ts';
import type { ContractTable, NeedTable } from './outlook-tables.ts';
import type { ConsentTable, PermissionOverrideTable } from './permission-tables.ts';
import type { ConnectionTable, ImportantDayTable, PersonTagTable, TagTable } from './relationship-tables.ts';
import type {
  ClearingTable,
  ErasureTable,
  HoldTable,
  PrivacyTable,
  RightsLogTable,
  RightsRequestTable,
  SuppressionTable,
} from './privacy-tables.ts';
import type {
  ContactRequestTable,
  LessonProgressTable,
  PublicLinkTable,
  PublicPageTable,
  PublicTextTable,
  SignUpTable,
  SubscriberTable,
  TipTable,
} from './public-tables.ts';
import type { PushChoiceTable, PushDeviceTable, PushSentTable } from './push-tables.ts';

/**
 * The rows of src/db/migrations/0001-house.sql as the driver gives them (connect.ts): bigint as a safe number, date as
 * Day ('yyyy-mm-dd', never a Date, which would carry a zone), timestamptz as Date, jsonb parsed. tests/integration/tables.test.ts holds this file against the catalog.
 */

/** Read parsed, written as JSON text: the driver would turn a bare array into a PostgreSQL array. */
type Json<T> = ColumnType<T, string, string>;
type JsonWithDefault<T> = ColumnType<T, string | undefined, string>;

export interface WorkspaceTable {
  id: string;
  name: string;
  currency: Generated<string>;
  time_zone: Generated<string>;
  language: Generated<'nl' | 'en'>;
  country: Generated<string>;
  rhythm: Json<RhythmStep[]>;
  minutes_by_channel: Json<Record<Channel, number>>;
  acquisition_minutes: Generated<number>;
  p: Generated<number>;
  average_value: Generated<number>;
  experiment_share: Generated<number>;
  learned_average: number | null;
  learned_sales: number | null;
  learned_at: Date | null;
  ranked_until: string | null;
  cash_at_hand: number | null;
  cash_on: Day | null;
  viewer_sees_customers: Generated<boolean>;
  stages: JsonWithDefault<Stage[]>;
  custom_fields: JsonWithDefault<CustomField[]>;
  contact_country: ContactCountry | null;
  sender_kind: Generated<SenderKind>;
  version: Generated<number>;
  created_at: Generated<Date>;
}

export interface MemberTable {
  workspace_id: string;
  id: string;
  user_id: string | null;
  name: string;
  email: string | null;
  role: Role;
  team_id: string | null;
  language: Generated<'nl' | 'en'>;
  time_zone: string | null;
  minutes_a_day: Generated<number>;
  working_days: Generated<number[]>;
  share_mirror: Generated<boolean>;
  guess_stops_after: number | null;
  guess_sales_at: number | null;
  paced_on: Day | null;
  version: Generated<number>;
  created_at: Generated<Date>;
}

export interface OpportunityTable {
  workspace_id: string;
  id: string;
  person_id: string | null;
  organisation_id: string | null;
  assignee_id: string;
  ended_assignee_id: string | null;
  credited_id: string;
  title: string;
  value: number | null;
  rank_value: number;
  source: string | null;
  keen: string | null;
  state: State;
  stop_kind: StopKind | null;
  stop_reason: AnyStopReason | null;
  stop_note: string | null;
  opening_held: Generated<number>;
  held_known: Generated<boolean>;
  opening_last_on: Day | null;
  held: Generated<number>;
  conversations: Generated<number>;
  bucket: GeneratedAlways<number>;
  warmth: Generated<Warmth>;
  pace: Generated<Pace>;
  pace_by: 'hand' | 'room' | null;
  pace_on: Day | null;
  next_on: Day | null;
  next_channel: NextChannel | null;
  next_at: Date | null;
  next_step: number | null;
  next_intent: Intent | null;
  next_purpose: Purpose | null;
  next_act: string | null;
  last_on: Day | null;
  last_channel: Channel | null;
  last_outcome: Outcome | null;
  waiting_since: Date | null;
  pin: 'yes' | 'no' | null;
  pin_on: Day | null;
  pin_reason: string | null;
  objected: Generated<boolean>;
  revived: Generated<number>;
  last_words: string | null;
  to_complete: Generated<boolean>;
  stage: string | null;
  custom: JsonWithDefault<CustomValues>;
  external_key: string | null;
  import_id: string | null;
  created_on: Day;
  ended_on: Day | null;
  monthly: number | null;
  term_months: number | null;
  starts_on: Day | null;
  renews: boolean | null;
  notice_months: number | null;
  quote_amount: number | null;
  quote_on: Day | null;
  quote_until: Day | null;
  quote_state: QuoteState | null;
  quote_link: string | null;
  expected_on: Day | null;
  paid_on: Day | null;
  erased_on: Day | null;
  version: Generated<number>;
  created_at: Generated<Date>;
}

export interface MomentTable {
  workspace_id: string;
  id: string;
  opportunity_id: string | null;
  person_id: string | null;
  member_id: string;
  number: number | null;
  channel: Channel;
  outcome: Outcome;
  warmth_before: Generated<Warmth>;
  minutes: number;
  minutes_told: Generated<boolean>;
  note: string | null;
  intent: Intent | null;
  happened_on: Day;
  until_on: Day | null;
  fills_opening: Generated<boolean>;
  purpose: ContactPurpose | null;
  verdict: Verdict | null;
  rule_id: string | null;
  ruleset_version: string | null;
  import_id: string | null;
  void_at: Date | null;
  version: Generated<number>;
  created_at: Generated<Date>;
}

export type EventKind =
  | 'created'
  | 'imported'
  | 'opening'
  | 'stopped'
  | 'won'
  | 'revived'
  | 'handed_over'
  | 'planned'
  | 'inbound'
  | 'merged'
  | 'pinned'
  | 'undone'
  | 'corrected';

export interface EventTable {
  workspace_id: string;
  id: string;
  opportunity_id: string | null;
  person_id: string | null;
  member_id: string;
  kind: EventKind;
  happened_on: Day;
  number: number | null;
  warmth: Warmth | null;
  assignee_id: string | null;
  stop_kind: StopKind | null;
  reason: string | null;
  channel: string | null;
  note: string | null;
  next_on: Day | null;
  void_at: Date | null;
  created_at: Generated<Date>;
}

export interface PromiseTable {
  workspace_id: string;
  id: string;
  person_id: string;
  opportunity_id: string | null;
  member_id: string;
  promised_by: 'me' | 'them';
  text: string;
  due_on: Day;
  state: Generated<'open' | 'kept' | 'broken'>;
  moved: Generated<number>;
  settled_on: Day | null;
  version: Generated<number>;
  created_at: Generated<Date>;
}

/** What the app's role may reach. person_search, search_word, text_search and text_word are not here: only their functions are (architecture.md, name search). */
export interface Tables {
  workspace: WorkspaceTable;
  team: TeamTable;
  member: MemberTable;
  day_off: DayOffTable;
  organisation: OrganisationTable;
  person: PersonTable;
  consent: ConsentTable;
  permission_override: PermissionOverrideTable;
  person_organisation: PersonOrganisationTable;
  opportunity: OpportunityTable;
  appointment: AppointmentTable;
  calendar_connection: CalendarConnectionTable;
  calendar_event: CalendarEventTable;
  moment: MomentTable;
  event: EventTable;
  promise: PromiseTable;
  change: ChangeTable;
  change_record: ChangeRecordTable;
  need: NeedTable;
  public_page: PublicPageTable;
  subscriber: SubscriberTable;
  sign_up: SignUpTable;
  public_link: PublicLinkTable;
  lesson_progress: LessonProgressTable;
  tip: TipTable;
  public_text: PublicTextTable;
  contact_request: ContactRequestTable;
  push_choice: PushChoiceTable;
  push_device: PushDeviceTable;
  push_sent: PushSentTable;
  sealed_secret: SealedSecretTable;
  mailbox: MailboxTable;
  mailbox_folder: MailboxFolderTable;
  mail: MailTable;
  mail_file: MailFileTable;
  person_file: PersonFileTable;
  person_file_part: PersonFilePartTable;
  inbox_address: InboxAddressTable;
  contract: ContractTable;
  important_day: ImportantDayTable;
  tag: TagTable;
  person_tag: PersonTagTable;
  connection: ConnectionTable;
  import: ImportTable;
  import_touched: ImportTouchedTable;
  import_changed: ImportChangedTable;
  idempotency: IdempotencyTable;
  counter_total: CounterTotalTable;
  counter_day: CounterDayTable;
  counter_index: CounterIndexTable;
  counter_pending: CounterPendingTable;
  counter_missed: CounterMissedTable;
  counter_minutes: CounterMinutesTable;
  prospecting: ProspectingTable;
  counter_prospecting: CounterProspectingTable;
  counter_board: CounterBoardTable;
  saved_view: SavedViewTable;
  bulk_run: BulkRunTable;
  not_duplicate: NotDuplicateTable;
  custom_value: CustomValueTable;
  privacy: PrivacyTable;
  suppression: SuppressionTable;
  hold: HoldTable;
  erasure: ErasureTable;
  rights_request: RightsRequestTable;
  clearing: ClearingTable;
  rights_log: RightsLogTable;
  outbox: OutboxTable;
  mail_choice: MailChoiceTable;
  mail_template: MailTemplateTable;
}
