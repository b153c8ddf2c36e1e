import { Type, type Static } from 'typebox';
import { closed, Day, Id, Instant, Language, Nullable, oneOf, Ref, Version } from './scalars.ts';

const Slug = Type.String({ pattern: '^[a-z0-9]+(-[a-z0-9]+)*$', minLength: 3, maxLength: 40 });
const Colour = Type.String({ pattern: '^#[0-9a-f]{6}$' });
const Text = Type.String({ maxLength: 1000 });
const Markdown = Type.String({ minLength: 1, maxLength: 20_000, pattern: '\\S' });
const Title = Type.String({ minLength: 1, maxLength: 120, pattern: '^[^\\r\\n]*\\S[^\\r\\n]*$' });

/** The public page of the company, as its owner set it. */
export const PublicPage = Type.Object({
  version: Version,
  isOn: Type.Boolean(),
  /** Its address is `<APP_URL>/p/<slug>`. A proposal from the company's name until one is saved. */
  slug: Type.String(),
  url: Type.String(),
  /** Shows the page before it is on; works for a day. Null until the page has been saved once. */
  previewUrl: Nullable(Type.String()),
  /** Null: the company's name. */
  name: Nullable(Type.String()),
  introNl: Nullable(Type.String()),
  introEn: Nullable(Type.String()),
  /** At the foot of every page and mail: who sends this, with address and registration. */
  sender: Nullable(Type.String()),
  colour: Type.String(),
  /** The same colour on dark paper, computed. */
  colourOnDark: Type.String(),
  /** Who gets what comes in. */
  assignee: Ref,
  everyDays: Type.Integer(),
  /** A subscriber becomes an opportunity too. */
  makesOpportunity: Type.Boolean(),
});
export type PublicPage = Static<typeof PublicPage>;
export const UpdatePublicPage = Type.Object(
  {
    version: Version,
    isOn: Type.Optional(Type.Boolean()),
    slug: Type.Optional(Slug),
    name: Type.Optional(Nullable(Type.String({ maxLength: 100, pattern: '^[^\\r\\n]*\\S[^\\r\\n]*$' }))),
    introNl: Type.Optional(Nullable(Text)),
    introEn: Type.Optional(Nullable(Text)),
    sender: Type.Optional(Nullable(Text)),
    /** At least 4.5 to 1 on light paper; `colour_unreadable` otherwise. */
    colour: Type.Optional(Colour),
    assigneeId: Type.Optional(Id),
    everyDays: Type.Optional(Type.Integer({ minimum: 1, maximum: 30 })),
    makesOpportunity: Type.Optional(Type.Boolean()),
  },
  closed,
);
export type UpdatePublicPage = Static<typeof UpdatePublicPage>;

/** One text as it is sent now, in one language. `version` 0: the program's own, never rewritten. */
const TextNow = Type.Object({
  version: Type.Integer(),
  /** Written here; false: the program's own. */
  isOwn: Type.Boolean(),
  title: Type.String(),
  /** Markdown. */
  body: Type.String(),
  act: Nullable(Type.String()),
});
export const LessonList = Type.Object({
  items: Type.Array(Type.Object({ number: Type.Integer(), nl: TextNow, en: TextNow })),
});
export type LessonList = Static<typeof LessonList>;
export const LessonPlace = Type.Object({ number: Type.Integer({ minimum: 1, maximum: 12 }), language: Language });
/** Default: the first lesson, nl. */
export const VersionsOfLesson = Type.Object(
  { number: Type.Optional(Type.Integer({ minimum: 1, maximum: 12 })), language: Type.Optional(Language) },
  closed,
);
/** Default: nl. */
export const VersionsOfTip = Type.Object({ language: Type.Optional(Language) }, closed);
export const TextVersions = Type.Object({
  items: Type.Array(
    Type.Object({
      version: Type.Integer(),
      isOwn: Type.Boolean(),
      title: Type.String(),
      body: Type.String(),
      act: Nullable(Type.String()),
      member: Ref,
      at: Instant,
    }),
  ),
});
export type TextVersions = Static<typeof TextVersions>;
/** A new version; the ones before stay, and one of them comes back by being written again. */
export const WriteLesson = Type.Object(
  {
    /** The version it stands on, 0 when there was none: another one answers 409 `version_conflict`. */
    version: Type.Integer({ minimum: 0 }),
    title: Title,
    body: Markdown,
    act: Type.String({ minLength: 1, maxLength: 2000, pattern: '\\S' }),
  },
  closed,
);
export type WriteLesson = Static<typeof WriteLesson>;
/** Back to the program's own text. */
export const ResetLesson = Type.Object({ version: Type.Integer({ minimum: 0 }) }, closed);
export type ResetLesson = Static<typeof ResetLesson>;
export const LessonText = TextNow;
export type LessonText = Static<typeof LessonText>;

export const PreviewMarkdown = Type.Object({ markdown: Type.String({ maxLength: 20_000 }) }, closed);
/** HTML without a script, a style or a picture: as the page and the mail have it. */
export const Preview = Type.Object({ html: Type.String() });

export const tipStates = ['draft', 'scheduled', 'sent'] as const;
export const Tip = Type.Object({
  id: Id,
  version: Version,
  state: oneOf(tipStates),
  sendAt: Nullable(Instant),
  sentAt: Nullable(Instant),
  recipients: Nullable(Type.Integer()),
  nl: Nullable(TextNow),
  en: Nullable(TextNow),
});
export type Tip = Static<typeof Tip>;
export const TipList = Type.Object({ items: Type.Array(Tip), readers: Type.Integer() });
export type TipList = Static<typeof TipList>;
export const TipPlace = Type.Object({ id: Id, language: Language });
export const WriteTip = Type.Object({ version: Type.Integer({ minimum: 0 }), title: Title, body: Markdown }, closed);
export type WriteTip = Static<typeof WriteTip>;
/** A new draft begins with its text in one language. */
export const CreateTip = Type.Object({ language: Language, title: Title, body: Markdown }, closed);
export type CreateTip = Static<typeof CreateTip>;
/** `sendAt` null: no longer planned. Now or earlier: sent at once. */
export const PlanTip = Type.Object({ version: Version, sendAt: Nullable(Instant) }, closed);
export type PlanTip = Static<typeof PlanTip>;

export const moduleStates = ['none', 'running', 'paused', 'finished', 'left'] as const;
export const tipsStates = ['none', 'running', 'left'] as const;
export const Subscriber = Type.Object({
  id: Id,
  person: Ref,
  email: Type.String(),
  language: Language,
  module: oneOf(moduleStates),
  tips: oneOf(tipsStates),
  /** The last lesson that was sent. */
  lesson: Type.Integer(),
  nextAt: Nullable(Instant),
  confirmedAt: Instant,
  /** They bought after they signed up. */
  sold: Type.Boolean(),
});
export type Subscriber = Static<typeof Subscriber>;
export const SubscriberQuery = Type.Object(
  { q: Type.Optional(Type.String({ maxLength: 200 })), before: Type.Optional(Id) },
  closed,
);
export type SubscriberQuery = Static<typeof SubscriberQuery>;
export const SubscriberList = Type.Object({ items: Type.Array(Subscriber), more: Type.Boolean() });
export type SubscriberList = Static<typeof SubscriberList>;

/** How they allowed it: what they saw, when they asked and when they confirmed. */
export const SubscriberProof = Type.Object({
  subscriber: Subscriber,
  lessons: Type.Array(Type.Object({ number: Type.Integer(), sentAt: Instant, doneAt: Nullable(Instant) })),
  signUps: Type.Array(
    Type.Object({
      module: Type.Boolean(),
      tips: Type.Boolean(),
      /** The exact words beside the ticks that were ticked. */
      wording: Type.Array(Type.String()),
      wordingVersion: Type.String(),
      language: Language,
      page: Type.String(),
      network: Nullable(Type.String()),
      askedAt: Instant,
      mailedAt: Nullable(Instant),
      confirmedAt: Nullable(Instant),
    }),
  ),
  consents: Type.Array(
    Type.Object({ id: Id, wording: Type.String(), givenOn: Day, until: Nullable(Day), withdrawnAt: Nullable(Instant) }),
  ),
});
export type SubscriberProof = Static<typeof SubscriberProof>;

/** No figure without its count; no pixel tells anything: "done" is what a subscriber tapped. */
export const PublicFigures = Type.Object({
  unconfirmed: Type.Integer(),
  running: Type.Integer(),
  finished: Type.Integer(),
  left: Type.Integer(),
  tips: Type.Integer(),
  sold: Type.Integer(),
  lessons: Type.Array(
    Type.Object({
      number: Type.Integer(),
      sent: Type.Integer(),
      done: Type.Integer(),
      /** For whom it was the last lesson before they bought. */
      sold: Type.Integer(),
    }),
  ),
});
export type PublicFigures = Static<typeof PublicFigures>;

export const ContactRequestList = Type.Object({
  items: Type.Array(
    Type.Object({
      id: Id,
      name: Type.String(),
      email: Nullable(Type.String()),
      phone: Nullable(Type.String()),
      organisation: Nullable(Type.String()),
      message: Type.String(),
      at: Instant,
      personId: Nullable(Id),
      /** Null: they stand on the list of those who want no contact, so no opportunity was made. Answer by hand. */
      opportunityId: Nullable(Id),
    }),
  ),
});
export type ContactRequestList = Static<typeof ContactRequestList>;

/** The three names of lesson 1, by the link of the subscriber's own page: they become opportunities of who is signed in. */
export const TakeNames = Type.Object({ link: Type.String({ minLength: 10, maxLength: 200 }) }, closed);
export type TakeNames = Static<typeof TakeNames>;
export const NamesTaken = Type.Object({ opportunities: Type.Array(Ref) });
export type NamesTaken = Static<typeof NamesTaken>;
