import { Type, type Static } from 'typebox';
import { closed, Day, Id, Instant, Nullable, oneOf, Version } from './scalars.ts';

const Host = Type.String({ minLength: 1, maxLength: 253, pattern: '^[A-Za-z0-9._:\\[\\]-]+$' });
const Address = Type.String({ minLength: 3, maxLength: 254 });

export const MailServer = Type.Object(
  {
    host: Host,
    port: Type.Integer({ minimum: 1, maximum: 65_535 }),
    /** TLS from the start, STARTTLS, or none: only to a server that the installation names as its own. */
    security: oneOf(['tls', 'starttls', 'none'] as const),
  },
  closed,
);
export type MailServer = Static<typeof MailServer>;

/** How far the last try came (name found, line private, signed in, folders there, all read), and what stood in its way. */
export const MailboxState = Type.Object({
  step: oneOf(['new', 'name', 'tls', 'login', 'folder', 'ready'] as const),
  /** `idle`: the server tells of new mail at once; `poll`: it is asked. */
  watching: Nullable(oneOf(['idle', 'poll'] as const)),
  error: Nullable(
    Type.Object({
      code: Type.String(),
      /** In the words of the server. */
      said: Type.String(),
      at: Instant,
    }),
  ),
  nextTryAt: Nullable(Instant),
  checkedAt: Nullable(Instant),
  lastMessageAt: Nullable(Instant),
  /** How many messages were looked at; only those with somebody known are kept. */
  lookedAt: Type.Integer(),
});

export const Mailbox = Type.Object({
  id: Id,
  version: Version,
  address: Type.String(),
  /** How we sign in: with a password, or by the page of the provider. */
  auth: oneOf(['password', 'google', 'microsoft'] as const),
  userName: Type.String(),
  imap: MailServer,
  smtp: MailServer,
  /** The provider puts what is sent into the folder of sent mail itself. */
  keepsSent: Type.Boolean(),
  folders: Type.Array(Type.Object({ path: Type.String(), role: oneOf(['inbox', 'sent', 'other'] as const) })),
  leftOutFolders: Type.Array(Type.String()),
  leftOutDomains: Type.Array(Type.String()),
  state: MailboxState,
});
export type Mailbox = Static<typeof Mailbox>;
export const MyMailbox = Type.Object({
  mailbox: Nullable(Mailbox),
  /** With which providers one can sign in by their own page. */
  oauth: Type.Object({ google: Type.Boolean(), microsoft: Type.Boolean() }),
  inbox: Type.Object({
    /** The host takes mail in for its members (AANHOUDER_INBOX_URL). */
    offered: Type.Boolean(),
    /** Mine: forward to it, or send it a blind copy. Null: not made yet. */
    address: Nullable(Type.String()),
    /** What I must send it from: others are not believed. */
    from: Type.Array(Type.String()),
  }),
});
export type MyMailbox = Static<typeof MyMailbox>;

export const FindServers = Type.Object({ address: Address }, closed);
export const FoundServers = Type.Object({
  /** Where it is known from: a list of providers, the domain's own word (autoconfig, SRV), its MX, or a guess. */
  from: oneOf(['provider', 'autoconfig', 'srv', 'mx', 'guess', 'none'] as const),
  provider: Nullable(Type.String()),
  userName: Type.String(),
  imap: Nullable(MailServer),
  smtp: Nullable(MailServer),
  keepsSent: Type.Boolean(),
  /** The provider wants a password made for this program alone. */
  appPassword: Type.Boolean(),
});
export type FoundServers = Static<typeof FoundServers>;

export const SaveMailbox = Type.Object(
  {
    /** Of the one that is changed; without it: a new one. */
    version: Type.Optional(Version),
    address: Address,
    userName: Type.String({ minLength: 1, maxLength: 254, pattern: '^[^\\r\\n\\u0000]+$' }),
    /** Taken in, sealed, and never given out. Without it the one that is known stays. */
    password: Type.Optional(Type.String({ minLength: 1, maxLength: 1000, pattern: '^[^\\r\\n\\u0000]+$' })),
    imap: MailServer,
    smtp: MailServer,
    keepsSent: Type.Optional(Type.Boolean()),
  },
  closed,
);
export type SaveMailbox = Static<typeof SaveMailbox>;

export const ChooseLeftOut = Type.Object(
  {
    version: Version,
    leftOutFolders: Type.Optional(Type.Array(Type.String({ maxLength: 500 }), { maxItems: 200 })),
    leftOutDomains: Type.Optional(
      Type.Array(Type.String({ maxLength: 253, pattern: '^[A-Za-z0-9-]+(\\.[A-Za-z0-9-]+)+$' }), { maxItems: 200 }),
    ),
  },
  closed,
);
export type ChooseLeftOut = Static<typeof ChooseLeftOut>;

/** A mail with a person, as a line. */
export const MailLine = Type.Object({
  id: Id,
  direction: oneOf(['in', 'out'] as const),
  kind: oneOf(['message', 'auto_reply', 'bounce'] as const),
  from: Type.Object({ name: Type.String(), address: Type.String() }),
  to: Type.Array(Type.String()),
  subject: Type.String(),
  /** What they wrote themselves, without quote and signature. */
  words: Type.String(),
  sentAt: Instant,
  on: Day,
  /** Of an answering machine: the day on which they are back. */
  awayUntil: Nullable(Day),
  /** Of a message that came back: nobody has the address. */
  dead: Type.Boolean(),
  files: Type.Integer(),
});
export type MailLine = Static<typeof MailLine>;
export const MailList = Type.Object({ items: Type.Array(MailLine), nextCursor: Nullable(Type.String()) });
export type MailList = Static<typeof MailList>;

export const Mail = Type.Object({
  id: Id,
  from: Type.Object({ name: Type.String(), address: Type.String() }),
  to: Type.Array(Type.String()),
  subject: Type.String(),
  sentAt: Instant,
  text: Type.String(),
  /** Made harmless when it came in; to be shown in a sandbox all the same. */
  html: Nullable(Type.String()),
  /** Images that lie elsewhere and are left out: asking for one tells the sender that it was read. */
  remoteImages: Type.Integer(),
  /** Too large to be read whole: the beginning is here. */
  isHead: Type.Boolean(),
  /** `kept` false: larger than is kept, to be found in the mailbox. */
  files: Type.Array(
    Type.Object({ id: Id, name: Type.String(), type: Type.String(), size: Type.Integer(), kept: Type.Boolean() }),
  ),
});
export type Mail = Static<typeof Mail>;

export const StartOAuth = Type.Object({ provider: oneOf(['google', 'microsoft'] as const), address: Address }, closed);
export type StartOAuth = Static<typeof StartOAuth>;
export const OAuthStarted = Type.Object({
  /** The provider's own page, to be opened in this window. */
  url: Type.String(),
});
export const FinishOAuth = Type.Object(
  { code: Type.String({ minLength: 1, maxLength: 4000 }), state: Type.String({ minLength: 1, maxLength: 4000 }) },
  closed,
);
