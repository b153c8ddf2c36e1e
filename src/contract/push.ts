import { Type, type Static } from 'typebox';
import { closed, Id, Instant, Line, Nullable, Version } from './scalars.ts';

const Minute = Type.Integer({ minimum: 0, maximum: 1439, description: 'minutes after midnight of the member’s day' });

/** Notices on one's devices: what one wants, and which devices get them. */
export const Push = Type.Object({
  /** Of this server (VAPID): a browser asks its push service for an address with it. */
  publicKey: Type.String(),
  version: Version,
  morning: Type.Boolean(),
  waiting: Type.Boolean(),
  /** Names on a locked screen. */
  names: Type.Boolean(),
  morningAt: Minute,
  devices: Type.Array(
    Type.Object({
      id: Id,
      name: Type.String(),
      endpoint: Type.String(),
      createdAt: Instant,
      lastSentAt: Nullable(Instant),
    }),
  ),
});
export type Push = Static<typeof Push>;

export const UpdatePush = Type.Object(
  {
    version: Version,
    morning: Type.Optional(Type.Boolean()),
    waiting: Type.Optional(Type.Boolean()),
    names: Type.Optional(Type.Boolean()),
    morningAt: Type.Optional(Minute),
  },
  closed,
);
export type UpdatePush = Static<typeof UpdatePush>;

/** What a browser's own subscription holds (PushSubscription). */
export const AddPushDevice = Type.Object(
  {
    endpoint: Type.String({ pattern: '^https://[^\\s/?#]+/\\S*$', maxLength: 2000 }),
    p256dh: Type.String({ pattern: '^[A-Za-z0-9_-]{87}$' }),
    auth: Type.String({ pattern: '^[A-Za-z0-9_-]{22}$' }),
    name: Line,
  },
  closed,
);
export type AddPushDevice = Static<typeof AddPushDevice>;
