import { Type, type Static } from 'typebox';
import { careActs } from '#core/relationship/give-first';
import { dayKinds } from '#core/relationship/important-day';
import { Channel, closed, Day, Id, Money, Nullable, oneOf, Ref, Version } from './scalars.ts';
import { Person } from './person.ts';

const DayKind = oneOf(dayKinds);
const Month = Type.Integer({ minimum: 1, maximum: 12 });
const DayOfMonth = Type.Integer({ minimum: 1, maximum: 31 });
const Year = Type.Integer({ minimum: 1800, maximum: 2200 });
const DayName = Type.String({ maxLength: 200 });
const LeadDays = Type.Integer({ minimum: 0, maximum: 90, description: 'how many days before it stands on Today' });

/** A day to remember. 29 February comes on the 28th in years without it. */
export const ImportantDay = Type.Object({
  id: Id,
  version: Version,
  personId: Id,
  kind: DayKind,
  /** Empty: the kind says enough. */
  name: Type.String(),
  month: Month,
  day: DayOfMonth,
  year: Nullable(Year),
  everyYear: Type.Boolean(),
  leadDays: Type.Integer(),
  /** The next time; null: it was once, and is over. */
  nextOn: Nullable(Day),
  /** How many years by then; null without a year. */
  turns: Nullable(Type.Integer()),
  /** Who is reminded. */
  member: Ref,
});
export type ImportantDay = Static<typeof ImportantDay>;

/** The same on a line of Today. */
export const CareDay = Type.Object({
  id: Id,
  version: Version,
  kind: DayKind,
  name: Type.String(),
  on: Day,
  turns: Nullable(Type.Integer()),
});
export type CareDay = Static<typeof CareDay>;

export const CreateImportantDay = Type.Object(
  {
    kind: DayKind,
    name: Type.Optional(DayName),
    month: Month,
    day: DayOfMonth,
    year: Type.Optional(Nullable(Year)),
    everyYear: Type.Optional(Type.Boolean({ description: 'default true; once needs a year' })),
    leadDays: Type.Optional(LeadDays),
    memberId: Type.Optional(Id),
  },
  closed,
);
export type CreateImportantDay = Static<typeof CreateImportantDay>;
export const UpdateImportantDay = Type.Object(
  {
    version: Version,
    kind: Type.Optional(DayKind),
    name: Type.Optional(DayName),
    month: Type.Optional(Month),
    day: Type.Optional(DayOfMonth),
    year: Type.Optional(Nullable(Year)),
    everyYear: Type.Optional(Type.Boolean()),
    leadDays: Type.Optional(LeadDays),
    memberId: Type.Optional(Id),
  },
  closed,
);
export type UpdateImportantDay = Static<typeof UpdateImportantDay>;
export const ByVersion = Type.Object({ version: Version }, closed);

/** `changeId`: takes it back. */
export const ImportantDayChanged = Type.Object({ day: ImportantDay, changeId: Id });
export type ImportantDayChanged = Static<typeof ImportantDayChanged>;
export const RelationshipChanged = Type.Object({ changeId: Id });
export type RelationshipChanged = Static<typeof RelationshipChanged>;

const EveryWeeks = Type.Integer({ minimum: 1, maximum: 104 });
export const Tag = Type.Object({
  id: Id,
  version: Version,
  name: Type.String(),
  /** Keep in touch with who has it, once in so many weeks. */
  everyWeeks: Nullable(EveryWeeks),
});
export type Tag = Static<typeof Tag>;
export const TagList = Type.Object({
  items: Type.Array(Type.Object({ ...Tag.properties, persons: Type.Integer() })),
});
export type TagList = Static<typeof TagList>;
const TagName = Type.String({ minLength: 1, maxLength: 60, pattern: '\\S' });
export const CreateTag = Type.Object({ name: TagName, everyWeeks: Type.Optional(Nullable(EveryWeeks)) }, closed);
export type CreateTag = Static<typeof CreateTag>;
export const UpdateTag = Type.Object(
  { version: Version, name: Type.Optional(TagName), everyWeeks: Type.Optional(Nullable(EveryWeeks)) },
  closed,
);
export type UpdateTag = Static<typeof UpdateTag>;
/** Taken back as any change: the tag, and the rhythm of everybody whom nothing happened to since. */
export const TagChanged = Type.Object({ ...Tag.properties, changeId: Id });
export type TagChanged = Static<typeof TagChanged>;
/** Exactly these, and those with a new name are made. */
export const SetTags = Type.Object(
  {
    version: Version,
    tagIds: Type.Array(Id, { maxItems: 30 }),
    newNames: Type.Optional(Type.Array(TagName, { maxItems: 10 })),
  },
  closed,
);
export type SetTags = Static<typeof SetTags>;

/** `everyWeeks` null: no rhythm of their own; a tag's may take its place. `pausedUntil`: nothing before that day. */
export const KeepInTouch = Type.Object(
  {
    version: Version,
    everyWeeks: Nullable(EveryWeeks),
    channel: Type.Optional(Channel),
    firstOn: Type.Optional(Day),
    pausedUntil: Type.Optional(Nullable(Day)),
    memberId: Type.Optional(Id),
  },
  closed,
);
export type KeepInTouch = Static<typeof KeepInTouch>;
export const PersonChanged = Type.Object({ person: Person, changeId: Id });
export type PersonChanged = Static<typeof PersonChanged>;

/** brought: they introduced the other; brought_by: the other introduced them; knows: both ways. */
export const connectionKinds = ['brought', 'brought_by', 'knows'] as const;
export const Connection = Type.Object({
  id: Id,
  kind: oneOf(connectionKinds),
  person: Ref,
  note: Nullable(Type.String()),
});
export type Connection = Static<typeof Connection>;
export const CreateConnection = Type.Object(
  {
    kind: oneOf(connectionKinds),
    personId: Id,
    note: Type.Optional(Type.String({ maxLength: 200 })),
  },
  closed,
);
export type CreateConnection = Static<typeof CreateConnection>;
export const ConnectionChanged = Type.Object({ connection: Connection, changeId: Id });
export type ConnectionChanged = Static<typeof ConnectionChanged>;

const Part = Type.Integer({ minimum: 0, maximum: 100 });
/** From the last contact, how often, how deep and what came from their side; the formula is in docs/relationship.md. */
export const Strength = Type.Object({
  /** 0 to 100: the sum of the four parts, which are 35, 25, 20 and 20 at most. */
  total: Part,
  recency: Part,
  frequency: Part,
  depth: Part,
  reciprocity: Part,
});
export type Strength = Static<typeof Strength>;

/** What a friend would remember, beside the person's own fields. */
export const Relationship = Type.Object({
  tags: Type.Array(Tag),
  days: Type.Array(ImportantDay),
  connections: Type.Array(Connection),
  /** What came of whom they brought. `unvalued`: sales without an amount, not in `value`. */
  brought: Type.Object({
    people: Type.Integer(),
    sales: Type.Integer(),
    value: Money,
    unvalued: Type.Integer(),
  }),
  /** Null under three conversations: too little to say. */
  strength: Nullable(Strength),
  /** What the strength was read from. */
  readFrom: Type.Object({
    conversations: Type.Integer({ description: 'ever' }),
    lastYear: Type.Integer({ description: 'conversations in the last 365 days' }),
    lastOn: Nullable(Day),
    theirs: Type.Integer({ description: 'what came from their side in the last 365 days' }),
  }),
  /** Kept, broken and put off, both ways. */
  promises: Type.Object({
    mineKept: Type.Integer(),
    mineBroken: Type.Integer(),
    theirsKept: Type.Integer(),
    theirsBroken: Type.Integer(),
    moved: Type.Integer(),
  }),
  /** The last two with an intent were both asks. */
  giveFirst: Type.Boolean(),
  act: oneOf(careActs),
});
export type Relationship = Static<typeof Relationship>;
