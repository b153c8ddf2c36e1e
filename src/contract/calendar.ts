import { Type, type Static } from 'typebox';
import { closed, Day, Id, Instant, Line, Nullable, oneOf, Version } from './scalars.ts';

const Device = Type.Object({ id: Id, name: Type.String(), createdAt: Instant, lastUsedAt: Nullable(Instant) });
const DayMinute = (maximum: number) =>
  Type.Integer({ minimum: 0, maximum, description: 'minutes after midnight of the member’s day' });

/** How far the reading of a calendar comes: the server is found, answers, lets one in, shows its calendars, and gives what is in them. */
export const readSteps = ['name', 'connect', 'sign_in', 'calendars', 'events'] as const;
export type ReadStep = (typeof readSteps)[number];
/** What may be wrong at a step; the screen has words for each. */
export const readErrors = [
  'host_invalid',
  'host_unknown',
  'host_inside',
  'port_refused',
  'not_secure',
  'unreachable',
  'tls',
  'late',
  'refused',
  'not_found',
  'server',
  'no_calendar',
  'unreadable',
  'too_large',
  'secret_gone',
] as const;
export type ReadError = (typeof readErrors)[number];

/** One's own calendar that is read along. Never with its password. */
export const CalendarConnection = Type.Object({
  version: Version,
  kind: oneOf(['caldav', 'ics'] as const),
  /** Of an address of the web the server alone: the rest is a key. */
  address: Type.String(),
  userName: Nullable(Type.String()),
  /** How many calendars are read. */
  calendars: Type.Integer(),
  dayStartsAt: DayMinute(1439),
  dayEndsAt: DayMinute(1440),
  /** How far the last reading came; with an error, the step at which it stopped. Null: not read yet. */
  step: Nullable(oneOf(readSteps)),
  error: Nullable(oneOf(readErrors)),
  readAt: Nullable(Instant),
  nextAt: Instant,
  /** Events that could not be understood. */
  leftOut: Type.Integer(),
});
export type CalendarConnection = Static<typeof CalendarConnection>;

/** One's own calendar and telephones: what reads here and what is read, without the keys themselves. */
export const CalendarAndPhone = Type.Object({
  /** The feed that one's own calendar reads. */
  feed: Nullable(Type.Object({ createdAt: Instant, lastReadAt: Nullable(Instant) })),
  /** Telephones that read one's people (CardDAV). */
  phones: Type.Array(Device),
  /** What to fill in on a telephone beside the password. */
  contacts: Type.Object({ address: Type.String(), user: Type.String() }),
  connection: Nullable(CalendarConnection),
});
export type CalendarAndPhone = Static<typeof CalendarAndPhone>;

export const FeedMade = Type.Object({
  address: Type.String({ description: 'in this answer and nowhere else: whoever has it reads the feed' }),
});
export type FeedMade = Static<typeof FeedMade>;

export const ConnectPhone = Type.Object({ name: Line }, closed);
export const PhoneConnected = Type.Object({
  id: Id,
  name: Type.String(),
  address: Type.String(),
  user: Type.String(),
  password: Type.String({ description: 'in this answer and nowhere else' }),
});
export type PhoneConnected = Static<typeof PhoneConnected>;

const Address = Type.String({ minLength: 1, maxLength: 2000, pattern: '^\\S+$' });
export const ConnectCalendar = Type.Union([
  Type.Object(
    {
      kind: Type.Literal('caldav'),
      address: Address,
      userName: Type.String({ minLength: 1, maxLength: 254 }),
      password: Type.String({ minLength: 1, maxLength: 1000 }),
    },
    closed,
  ),
  Type.Object({ kind: Type.Literal('ics'), address: Address }, closed),
]);
export type ConnectCalendar = Static<typeof ConnectCalendar>;

export const UpdateCalendar = Type.Object(
  { version: Version, dayStartsAt: Type.Optional(DayMinute(1439)), dayEndsAt: Type.Optional(DayMinute(1440)) },
  closed,
);
export type UpdateCalendar = Static<typeof UpdateCalendar>;

/** What one's own calendar says of today. */
export const CalendarToday = Type.Object({
  /** Minutes that are free until the end of the working day; null: no calendar, not read lately, or the day is over. */
  free: Nullable(Type.Object({ minutes: Type.Integer(), until: Type.String({ description: 'hh:mm' }) })),
  /** Meetings of the last days with people one knows, of which nothing was logged yet. */
  meetings: Type.Array(
    Type.Object({
      id: Id,
      person: Type.Object({ id: Id, name: Type.String() }),
      title: Type.String(),
      startsAt: Instant,
      on: Day,
      /** One's own open opportunity with them, to log on. */
      opportunityId: Nullable(Id),
    }),
  ),
});
export type CalendarToday = Static<typeof CalendarToday>;
