import { Type, type Static } from 'typebox';
import { closed, Id, Instant, Line, Nullable } from './scalars.ts';

const Device = Type.Object({ id: Id, name: Type.String(), createdAt: Instant, lastUsedAt: Nullable(Instant) });

/** One's own calendar and telephones: what reads here, without the keys themselves. */
export const CalendarAndPhone = Type.Object({
  /** The feed that one's own calendar reads. */
  feed: Nullable(Type.Object({ createdAt: Instant, lastReadAt: Nullable(Instant) })),
  /** Telephones that read one's people (CardDAV). */
  phones: Type.Array(Device),
  /** What to fill in on a telephone beside the password. */
  contacts: Type.Object({ address: Type.String(), user: Type.String() }),
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
