/**
 * What an erasure does with every table in which words stand: the one list (docs/decisions/0017-rights-desk.md). A table that is not here
 * fails tests/integration/rights/erase-cover.test.ts; one that hangs on a person by a foreign key is emptied of theirs all the same.
 */
export type Cover =
  /** The person's rows go. */
  | { how: 'deleted'; why: string }
  /** The rows stay for the counts; these columns are emptied, and those keep what they have because it says nothing of anybody. */
  | { how: 'blanked'; columns: readonly string[]; kept: readonly string[]; why: string }
  /** Texts that name them are looked for and taken out. */
  | { how: 'searched'; why: string }
  | { how: 'untouched'; why: string };

const derived = 'numbers and closed lists; a source that names the person is moved to none, through the opportunity';

export const eraseCover: Readonly<Record<string, Cover>> = {
  person: { how: 'deleted', why: 'who they were' },
  person_organisation: { how: 'deleted', why: 'where they worked' },
  person_search: { how: 'deleted', why: 'what they were found by' },
  search_word: { how: 'deleted', why: 'words of their name that nobody else has' },
  organisation: { how: 'deleted', why: 'only one that is theirs alone; of others it is no personal data of theirs' },
  promise: { how: 'deleted', why: 'what was promised to or by them' },
  consent: { how: 'deleted', why: 'what they allowed; nothing is left that it would be shown for' },
  permission_override: { how: 'deleted', why: 'why a warning about them was passed by' },
  appointment: { how: 'deleted', why: 'when they were met, and what they answered to an invitation' },
  calendar_event: { how: 'deleted', why: 'a meeting with them in somebody’s own calendar' },
  calendar_connection: { how: 'untouched', why: 'of who works here: where their own calendar is' },
  important_day: { how: 'deleted', why: 'their birthday and other days' },
  person_tag: { how: 'deleted', why: 'which groups they are in' },
  connection: { how: 'deleted', why: 'whom they know, and who knows them' },
  tag: { how: 'untouched', why: 'what the company calls groups of people' },
  hold: { how: 'deleted', why: 'what was planned before the restriction' },
  clearing: { how: 'deleted', why: 'that they were proposed to be cleared' },
  opportunity: {
    how: 'blanked',
    columns: [
      'title',
      'source',
      'keen',
      'stop_note',
      'next_act',
      'pin_reason',
      'last_words',
      'external_key',
      'quote_link',
      'custom',
    ],
    kept: [
      'state',
      'stop_kind',
      'stop_reason',
      'warmth',
      'pace',
      'pace_by',
      'next_channel',
      'next_intent',
      'next_purpose',
      'last_channel',
      'last_outcome',
      'pin',
      'quote_state',
      'stage',
    ],
    why: 'it counts in the Mirror and for the engine, without a name; source only when it names them',
  },
  moment: {
    how: 'blanked',
    columns: ['note'],
    kept: ['channel', 'outcome', 'warmth_before', 'intent', 'purpose', 'verdict', 'rule_id', 'ruleset_version'],
    why: 'a numbered moment counts; one of attention, without a number, goes',
  },
  event: {
    how: 'blanked',
    columns: ['note', 'reason'],
    kept: ['kind', 'warmth', 'stop_kind', 'channel'],
    why: 'says which state an opportunity is in; a reason stays where it is a word of ours',
  },
  rights_request: {
    how: 'blanked',
    columns: ['who', 'extension_reason', 'answer'],
    kept: ['kind', 'received_by', 'state'],
    why: 'that a request was answered in time has to be shown',
  },
  rights_log: {
    how: 'blanked',
    columns: ['reason'],
    kept: ['kind'],
    why: 'that it was done has to be shown',
  },
  change: { how: 'deleted', why: 'images for undo that hold one of theirs' },
  change_record: { how: 'deleted', why: 'goes with its change' },
  import: {
    how: 'searched',
    why: 'samples, rejected rows and names of files that name them; uploaded bytes go altogether',
  },
  import_touched: { how: 'deleted', why: 'their image before an import' },
  import_changed: { how: 'deleted', why: 'the image of an opportunity of theirs before an import' },
  idempotency: { how: 'deleted', why: 'kept answers that hold one of theirs, and all that have lapsed' },
  contract: { how: 'searched', why: 'a customer that is called as they are' },
  suppression: { how: 'untouched', why: 'an HMAC that only says that whoever has this address objected' },
  push_device: { how: 'untouched', why: 'of who works here' },
  push_choice: { how: 'untouched', why: 'of who works here' },
  push_sent: { how: 'untouched', why: 'that a notice went to who works here; no words of it' },
  mail: { how: 'deleted', why: 'what was mailed with them' },
  mail_file: { how: 'deleted', why: 'goes with its mail' },
  person_file: { how: 'deleted', why: 'files about them' },
  person_file_part: { how: 'deleted', why: 'goes with its file' },
  mailbox: { how: 'untouched', why: 'of who works here' },
  mailbox_folder: { how: 'untouched', why: 'of who works here' },
  inbox_address: { how: 'untouched', why: 'of who works here' },
  sealed_secret: { how: 'untouched', why: 'of who works here; sealed' },
  privacy: { how: 'untouched', why: 'settings of the company' },
  public_page: { how: 'untouched', why: 'what the company shows of itself' },
  tip: { how: 'untouched', why: 'when the company sends a tip' },
  public_text: { how: 'untouched', why: 'what the company writes for everybody' },
  subscriber: { how: 'deleted', why: 'that they get the lessons or the tips' },
  sign_up: { how: 'deleted', why: 'that they signed up; goes with the subscriber, or unconfirmed after seven days' },
  public_link: { how: 'deleted', why: 'the links they were sent; goes with the subscriber' },
  lesson_progress: { how: 'deleted', why: 'how far they are, and the names they wrote down; goes with the subscriber' },
  contact_request: { how: 'deleted', why: 'what they asked by the form' },
  workspace: { how: 'untouched', why: 'settings of the company' },
  team: { how: 'untouched', why: 'who works here' },
  member: { how: 'untouched', why: 'who works here' },
  day_off: { how: 'untouched', why: 'of who works here' },
  need: { how: 'untouched', why: 'what the company needs' },
  migration: { how: 'untouched', why: 'of the program' },
  counter_total: { how: 'untouched', why: derived },
  counter_day: { how: 'untouched', why: derived },
  counter_index: { how: 'untouched', why: derived },
  counter_pending: { how: 'untouched', why: derived },
  counter_missed: { how: 'untouched', why: derived },
  counter_minutes: { how: 'untouched', why: derived },
  counter_board: { how: 'untouched', why: derived },
  custom_value: { how: 'deleted', why: 'follows the own fields of a person or opportunity' },
  text_search: {
    how: 'deleted',
    why: 'what notes about them, and an organisation that is theirs alone, were found by',
  },
  text_word: { how: 'deleted', why: 'words of those that nobody else has' },
  saved_view: { how: 'untouched', why: 'how a list is narrowed and shown; words that are looked for are not kept' },
  bulk_run: { how: 'deleted', why: 'an act on many that one of theirs was among' },
  not_duplicate: { how: 'deleted', why: 'that they are not somebody else' },
  outbox: { how: 'deleted', why: 'what was mailed to them, and what still waits' },
  mail_template: { how: 'untouched', why: 'what the company writes to everybody, with fields instead of names' },
  mail_choice: { how: 'untouched', why: 'quiet hours, limits and the signature of who works here' },
};

/** Tables that hang on a person and have a way of their own; all others that do are emptied of theirs. */
export const apart: ReadonlySet<string> = new Set(['opportunity', 'moment', 'rights_request']);
