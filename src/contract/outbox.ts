import { Type, type Static } from 'typebox';
import { mailKinds, mailStates } from '#core/outbox/vocabulary';
import { closed, Id, Instant, Nullable, oneOf, Ref, Version } from './scalars.ts';

/** `attention`: failed, uncertain or blocked; somebody decides. */
export const outboxShelves = ['waiting', 'attention', 'sent', 'cancelled'] as const;
export type OutboxShelf = (typeof outboxShelves)[number];
export const OutboxShelf = oneOf(outboxShelves);

/** Something that leaves by mail, or left. */
export const Mail = Type.Object({
  id: Id,
  version: Version,
  kind: oneOf(mailKinds),
  state: oneOf(mailStates),
  /** Why it waits, is blocked or failed: a code of the outbox or of permission. */
  reason: Nullable(Type.String()),
  /** The words of the mail server, or the rule that blocks. */
  answer: Nullable(Type.String()),
  to: Type.Object({ name: Nullable(Type.String()), address: Type.String() }),
  person: Nullable(Ref),
  /** Whose; null: the company's. */
  member: Nullable(Ref),
  subject: Type.String(),
  /** While it waits: not before. */
  sendAfter: Instant,
  attempts: Type.Integer(),
  createdAt: Instant,
  endedAt: Nullable(Instant),
});
export type Mail = Static<typeof Mail>;

/** With what it says; null for what lets somebody sign in. */
export const MailWithText = Type.Object({
  ...Mail.properties,
  text: Nullable(Type.String()),
  /** That there is an HTML part too; the screen shows the text. */
  hasHtml: Type.Boolean(),
});
export type MailWithText = Static<typeof MailWithText>;

/** By what it goes: one's own mailbox, the host's server, or nothing yet. */
export const MailRoute = Type.Object({
  by: oneOf(['own', 'host', 'nothing'] as const),
  /** The address that it comes from. */
  from: Nullable(Type.String()),
});
export type MailRoute = Static<typeof MailRoute>;

export const Outbox = Type.Object({
  items: Type.Array(Mail),
  nextCursor: Nullable(Id),
  counts: Type.Object({
    waiting: Type.Integer(),
    attention: Type.Integer(),
    sent: Type.Integer(),
    cancelled: Type.Integer(),
  }),
  route: MailRoute,
});
export type Outbox = Static<typeof Outbox>;

export const OutboxQuery = Type.Object(
  {
    shelf: Type.Optional(OutboxShelf),
    personId: Type.Optional(Id),
    cursor: Type.Optional(Id),
    limit: Type.Optional(Type.Integer({ minimum: 1, maximum: 200 })),
  },
  closed,
);
export type OutboxQuery = Static<typeof OutboxQuery>;

export const ChangeMail = Type.Object({ version: Version }, closed);
export type ChangeMail = Static<typeof ChangeMail>;

const Minute = Type.Integer({ minimum: 0, maximum: 1439, description: 'minutes after midnight' });
const Choice = Type.Object({
  /** 0: nothing was chosen yet. */
  version: Type.Integer({ minimum: 0 }),
  quietFrom: Nullable(Minute),
  quietUntil: Nullable(Minute),
  perMinute: Nullable(Type.Integer({ minimum: 1 })),
  perDay: Nullable(Type.Integer({ minimum: 1 })),
});

/** How mail goes: for me, and what holds for the company's own mail. */
export const MailSettings = Type.Object({
  route: MailRoute,
  companyRoute: MailRoute,
  mine: Type.Object({ ...Choice.properties, signature: Type.String() }),
  company: Choice,
});
export type MailSettings = Static<typeof MailSettings>;

const wishes = {
  version: Type.Integer({ minimum: 0, description: 'the version you last read; 0 where nothing was chosen yet' }),
  quietFrom: Type.Optional(Nullable(Minute)),
  quietUntil: Type.Optional(Nullable(Minute)),
  perMinute: Type.Optional(Nullable(Type.Integer({ minimum: 1, maximum: 100_000 }))),
  perDay: Type.Optional(Nullable(Type.Integer({ minimum: 1, maximum: 10_000_000 }))),
};
export const UpdateMyMail = Type.Object(
  { ...wishes, signature: Type.Optional(Type.String({ maxLength: 2000 })) },
  closed,
);
export type UpdateMyMail = Static<typeof UpdateMyMail>;
export const UpdateCompanyMail = Type.Object(wishes, closed);
export type UpdateCompanyMail = Static<typeof UpdateCompanyMail>;
