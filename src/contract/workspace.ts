import { Type, type Static } from 'typebox';
import {
  Channel,
  closed,
  Day,
  Id,
  Instant,
  Language,
  Line,
  Money,
  Name,
  Nullable,
  Ref,
  Role,
  Version,
} from './scalars.ts';
import { ContactCountry, SenderKind } from './permission.ts';

/** Step 1's gap counts from the day of creation (0 allowed there: same day). Always twelve steps. */
export const Rhythm = Type.Array(
  Type.Object(
    {
      gapDays: Type.Integer({ minimum: 0, maximum: 365 }),
      channel: Channel,
      intent: Type.Union([Type.Literal('give'), Type.Literal('ask')]),
    },
    closed,
  ),
  { minItems: 12, maxItems: 12 },
);

export const MinutesByChannel = Type.Object(
  {
    call: Type.Integer({ minimum: 1, maximum: 600 }),
    message: Type.Integer({ minimum: 1, maximum: 600 }),
    email: Type.Integer({ minimum: 1, maximum: 600 }),
    linkedin: Type.Integer({ minimum: 1, maximum: 600 }),
    meeting: Type.Integer({ minimum: 1, maximum: 600 }),
    video: Type.Integer({ minimum: 1, maximum: 600 }),
    visit: Type.Integer({ minimum: 1, maximum: 600 }),
    post: Type.Integer({ minimum: 1, maximum: 600 }),
  },
  closed,
);

export const Settings = Type.Object({
  version: Version,
  name: Type.String(),
  currency: Type.String(),
  timeZone: Type.String(),
  language: Language,
  /** Country of the public holidays, ISO 3166 alpha-2. */
  country: Type.String(),
  rhythm: Rhythm,
  minutesByChannel: MinutesByChannel,
  acquisitionMinutes: Type.Integer(),
  /** The user's own guess: chance that a prospect ever buys if followed to the end. */
  p: Type.Number(),
  averageValue: Money,
  experimentShare: Type.Number({
    description: 'share of the states in which advice to stop reads "experiment: once more"; 0 = never',
  }),
  /** What is at hand, as said on that day. */
  cash: Nullable(Type.Object({ amount: Money, on: Day })),
  /** Whether a viewer reads customers' names in the Outlook. */
  viewerSeesCustomers: Type.Boolean(),
  /** Whose rules hold for people of whom no country is known; null: those of the workspace's country. */
  contactCountry: Nullable(ContactCountry),
  senderKind: SenderKind,
});
export type Settings = Static<typeof Settings>;
export const UpdateSettings = Type.Object(
  {
    version: Version,
    name: Type.Optional(Name),
    currency: Type.Optional(Type.String({ pattern: '^[A-Z]{3}$' })),
    timeZone: Type.Optional(Line),
    language: Type.Optional(Language),
    country: Type.Optional(Type.String({ pattern: '^[A-Z]{2}$' })),
    rhythm: Type.Optional(Rhythm),
    minutesByChannel: Type.Optional(MinutesByChannel),
    acquisitionMinutes: Type.Optional(Type.Integer({ minimum: 0, maximum: 10_000 })),
    p: Type.Optional(Type.Number({ minimum: 0.001, maximum: 0.99 })),
    averageValue: Type.Optional(Money),
    experimentShare: Type.Optional(Type.Number({ minimum: 0, maximum: 0.5 })),
    /** Null: not known. It counts from today. */
    cashAtHand: Type.Optional(Nullable(Money)),
    /** The owner's to decide. */
    viewerSeesCustomers: Type.Optional(Type.Boolean()),
    /** The owner's to decide. */
    contactCountry: Type.Optional(Nullable(ContactCountry)),
    /** The owner's to decide. */
    senderKind: Type.Optional(SenderKind),
  },
  closed,
);
export type UpdateSettings = Static<typeof UpdateSettings>;

export const Me = Type.Object({
  member: Type.Object({
    id: Id,
    version: Version,
    name: Type.String(),
    email: Nullable(Type.String()),
    role: Role,
    language: Language,
    /** Minutes for follow-up on a working day: the chip's default and the capacity. */
    minutesADay: Type.Integer(),
    /** ISO weekdays 1 (Monday) … 7. */
    workingDays: Type.Array(Type.Integer()),
    timeZone: Nullable(Type.String()),
    shareMirror: Type.Boolean(),
  }),
  workspace: Type.Object({ id: Id, name: Type.String(), currency: Type.String(), timeZone: Type.String() }),
  today: Day,
});
export type Me = Static<typeof Me>;
export const Session = Type.Object({ me: Nullable(Me) });
export type Session = Static<typeof Session>;
export const UpdateMe = Type.Object(
  {
    version: Version,
    name: Type.Optional(Name),
    language: Type.Optional(Language),
    minutesADay: Type.Optional(Type.Integer({ minimum: 5, maximum: 720 })),
    workingDays: Type.Optional(Type.Array(Type.Integer({ minimum: 1, maximum: 7 }), { minItems: 1, maxItems: 7 })),
    timeZone: Type.Optional(Nullable(Line)),
    shareMirror: Type.Optional(Type.Boolean()),
  },
  closed,
);
export type UpdateMe = Static<typeof UpdateMe>;

export const DayOff = Type.Object({ id: Id, fromOn: Day, untilOn: Day, note: Nullable(Type.String()) });
export const CreateDayOff = Type.Object({ fromOn: Day, untilOn: Day, note: Type.Optional(Line) }, closed);
export const DayOffList = Type.Object({ items: Type.Array(DayOff) });

export const MemberList = Type.Object({ items: Type.Array(Type.Object({ ...Ref.properties, role: Role })) });

export const SetupState = Type.Object({ needed: Type.Boolean(), codeRequired: Type.Boolean() });
export const Setup = Type.Object(
  {
    email: Type.String({ minLength: 3, maxLength: 254 }),
    password: Type.String({ minLength: 10, maxLength: 128 }),
    name: Name,
    workspace: Name,
    language: Type.Optional(Language),
    timeZone: Type.Optional(Line),
    code: Type.Optional(Line),
  },
  closed,
);
export type Setup = Static<typeof Setup>;

export const Token = Type.Object({
  id: Id,
  name: Type.String(),
  prefix: Type.String(),
  createdAt: Instant,
  lastUsedAt: Nullable(Instant),
});
export const TokenList = Type.Object({ items: Type.Array(Token) });
export const CreateToken = Type.Object({ name: Name }, closed);
/** The token itself is shown once, here. */
export const TokenCreated = Type.Object({ ...Token.properties, token: Type.String() });

/** A change taken back (definition 16). */
export const Undone = Type.Object({
  changeId: Id,
  opportunityIds: Type.Array(Id),
  personIds: Type.Array(Id),
  /** Of an act on many: worked on since, and left as they are. */
  kept: Type.Optional(Type.Integer()),
});
export const UndoRequest = Type.Object({ changeId: Type.Optional(Id) }, closed);
