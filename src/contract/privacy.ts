import { Type, type Static } from 'typebox';
import { requestKinds, requestStates, requestWays, rightsActs } from '#core/privacy/vocabulary';
import { closed, Day, Id, Instant, Language, Line, Name, Nullable, oneOf, Ref, Version } from './scalars.ts';

export const RequestKind = oneOf(requestKinds);
export const RequestWay = oneOf(requestWays);

/** What somebody asked for, and by when they must have an answer. */
export const RightsRequest = Type.Object({
  id: Id,
  version: Version,
  person: Nullable(Ref),
  /** As they called themselves, when nobody here was chosen. */
  who: Nullable(Type.String()),
  kind: RequestKind,
  receivedOn: Day,
  receivedBy: RequestWay,
  dueOn: Day,
  extendedOn: Nullable(Day),
  extensionReason: Nullable(Type.String()),
  /** Two months more: once, within the first month. */
  mayExtend: Type.Boolean(),
  /** Whom it is about is known; what was asked is done. The answer closes it. */
  steps: Type.Object({ found: Type.Boolean(), acted: Type.Boolean() }),
  /** Of a person who waits to be erased. */
  eraseOn: Nullable(Day),
  state: oneOf(requestStates),
  closedOn: Nullable(Day),
  answer: Nullable(Type.String()),
  member: Type.String(),
});
export type RightsRequest = Static<typeof RightsRequest>;
export const RightsRequestList = Type.Object({ items: Type.Array(RightsRequest) });
export const RightsRequestQuery = Type.Object(
  { state: Type.Optional(Type.Union([Type.Literal('open'), Type.Literal('all')])) },
  closed,
);

export const CreateRightsRequest = Type.Object(
  {
    personId: Type.Optional(Id),
    who: Type.Optional(Name),
    kind: RequestKind,
    /** Default today. */
    receivedOn: Type.Optional(Day),
    receivedBy: RequestWay,
  },
  closed,
);
export type CreateRightsRequest = Static<typeof CreateRightsRequest>;

export const UpdateRightsRequest = Type.Object(
  {
    version: Version,
    /** Whom it is about, when that was found out later. */
    personId: Type.Optional(Id),
    /** Two months more, with the reason that is told to the person. */
    extensionReason: Type.Optional(Name),
    state: Type.Optional(Type.Union([Type.Literal('done'), Type.Literal('refused')])),
    /** What was answered; needed when it is refused. */
    answer: Type.Optional(Line),
  },
  closed,
);
export type UpdateRightsRequest = Static<typeof UpdateRightsRequest>;

export const Privacy = Type.Object({
  version: Version,
  /** Months without a two-way contact after which a person is proposed to be cleared. */
  retentionMonths: Type.Integer(),
  /** To whom a person writes about their data. */
  contact: Nullable(Type.String()),
  /** The list of objections: people and addresses, kept as hashes. */
  suppressed: Type.Object({ people: Type.Integer(), addresses: Type.Integer() }),
  /** How many were erased in all. */
  erased: Type.Integer(),
  /** Who will be erased, the next first. */
  waiting: Type.Array(Type.Object({ id: Id, name: Type.String(), eraseOn: Day, askedOn: Day })),
  toClear: Type.Integer(),
  lookedOn: Nullable(Day),
  openRequests: Type.Integer(),
});
export type Privacy = Static<typeof Privacy>;
export const UpdatePrivacy = Type.Object(
  {
    version: Version,
    retentionMonths: Type.Optional(Type.Integer({ minimum: 3, maximum: 120 })),
    contact: Type.Optional(Nullable(Line)),
  },
  closed,
);
export type UpdatePrivacy = Static<typeof UpdatePrivacy>;

export const ClearingList = Type.Object({
  items: Type.Array(
    Type.Object({
      id: Id,
      name: Type.String(),
      organisation: Nullable(Type.String()),
      /** The last day on which both spoke, or on which they came in. */
      lastOn: Day,
      opportunities: Type.Integer(),
      moments: Type.Integer(),
    }),
  ),
  /** All of them; `items` are the longest silent. */
  count: Type.Integer(),
});
export type ClearingList = Static<typeof ClearingList>;
export const DecideClearing = Type.Object(
  {
    personIds: Type.Array(Id, { minItems: 1, maxItems: 200 }),
    act: Type.Union([Type.Literal('erase'), Type.Literal('keep')]),
    /** Needed to keep somebody. */
    reason: Type.Optional(Name),
  },
  closed,
);
export type DecideClearing = Static<typeof DecideClearing>;
export const ClearingDecided = Type.Object({ done: Type.Integer() });

/** What stands on a person, and what was done for their rights. */
export const PersonRights = Type.Object({
  restrictedOn: Nullable(Day),
  eraseOn: Nullable(Day),
  objectedOn: Nullable(Day),
  suppressed: Type.Boolean(),
  /** On which day an erasure that is asked now would be carried out. */
  wouldEraseOn: Day,
  /** What an erasure takes away, and what stays of it as counts. */
  onErase: Type.Object({
    opportunities: Type.Integer(),
    open: Type.Integer(),
    numbered: Type.Integer(),
    attention: Type.Integer(),
    promises: Type.Integer(),
    organisations: Type.Array(Type.String()),
  }),
  requests: Type.Array(RightsRequest),
  log: Type.Array(
    Type.Object({
      id: Id,
      kind: oneOf(rightsActs),
      at: Instant,
      member: Nullable(Type.String()),
      reason: Nullable(Type.String()),
    }),
  ),
});
export type PersonRights = Static<typeof PersonRights>;

/** Where texts about somebody else stand that name a person. `source` is that of an opportunity. */
export const mentionPlaces = [
  'moment',
  'event',
  'promise',
  'person',
  'opportunity',
  'source',
  'important_day',
  'connection',
  'rights_request',
  'permission_override',
  'day_off',
  'need',
  'organisation',
] as const;
const MentionField = Type.String({ maxLength: 40 });
export const Mentions = Type.Object({
  /** All of them; `items` are the first hundred. */
  count: Type.Integer(),
  items: Type.Array(
    Type.Object({
      table: oneOf(mentionPlaces),
      field: MentionField,
      id: Id,
      /** Whom or what the text is about. */
      personId: Nullable(Id),
      opportunityId: Nullable(Id),
      name: Nullable(Type.String()),
      on: Nullable(Day),
      before: Type.String(),
      named: Type.String(),
      after: Type.String(),
      /** A name or a source, which one changes where it stands. */
      byHand: Type.Boolean(),
    }),
  ),
});
export type Mentions = Static<typeof Mentions>;
/** Without `places`: all of them that are not to be changed by hand. */
export const ClearMentions = Type.Object(
  {
    places: Type.Optional(
      Type.Array(Type.Object({ table: oneOf(mentionPlaces), field: MentionField, id: Id }, closed), { maxItems: 500 }),
    ),
  },
  closed,
);
export type ClearMentions = Static<typeof ClearMentions>;
export const MentionsCleared = Type.Object({ cleared: Type.Integer(), left: Type.Integer() });
export type MentionsCleared = Static<typeof MentionsCleared>;

/** With a passphrase the key is sealed. */
export const ExportKey = Type.Object(
  { passphrase: Type.Optional(Type.String({ minLength: 10, maxLength: 200 })) },
  closed,
);

export const AskErasure = Type.Object({ objects: Type.Optional(Type.Boolean()) }, closed);
export const WithdrawObjection = Type.Object({ reason: Name }, closed);

export const PersonExportQuery = Type.Object(
  {
    format: Type.Optional(Type.Union([Type.Literal('json'), Type.Literal('vcard'), Type.Literal('html')])),
    language: Type.Optional(Language),
  },
  closed,
);
export type PersonExportQuery = Static<typeof PersonExportQuery>;
export const DocumentQuery = Type.Object(
  {
    format: Type.Optional(Type.Union([Type.Literal('html'), Type.Literal('markdown')])),
    language: Type.Optional(Language),
  },
  closed,
);
export type DocumentQuery = Static<typeof DocumentQuery>;
