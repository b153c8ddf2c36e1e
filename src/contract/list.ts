import { Type, type Static } from 'typebox';
import {
  closed,
  Day,
  Id,
  Line,
  Money,
  Name,
  Nullable,
  oneOf,
  Pace,
  State,
  StopReason,
  NextChannel,
  Version,
  Warmth,
} from './scalars.ts';

const FieldId = Type.String({ minLength: 1, maxLength: 60 });

/** What a list of opportunities can be narrowed to; together, all of them hold. */
export const listFilters = {
  q: Type.Optional(Type.String({ maxLength: 200 })),
  state: Type.Optional(State),
  assigneeId: Type.Optional(Id),
  source: Type.Optional(Line),
  toComplete: Type.Optional(Type.Boolean()),
  /** Open with a next moment more than 60 days past (definition 5). */
  letLie: Type.Optional(Type.Boolean()),
  /** By id (GET /stages). */
  stage: Type.Optional(Type.String({ minLength: 1, maxLength: 60 })),
  warmth: Type.Optional(Warmth),
  pace: Type.Optional(Pace),
  nextFrom: Type.Optional(Day),
  nextTo: Type.Optional(Day),
  /** Contact moments held. */
  heldFrom: Type.Optional(Type.Integer({ minimum: 0, maximum: 100_000 })),
  heldTo: Type.Optional(Type.Integer({ minimum: 0, maximum: 100_000 })),
  valueFrom: Type.Optional(Money),
  valueTo: Type.Optional(Money),
  noValue: Type.Optional(Type.Boolean()),
  /** A custom field (GET /fields), of the opportunity or of its person. Alone: it has a value. */
  field: Type.Optional(FieldId),
  /** A text as a whole, or the id of a choice. */
  fieldIs: Type.Optional(Type.String({ maxLength: 1000 })),
  /** A number, or a day. */
  fieldFrom: Type.Optional(Type.String({ maxLength: 40 })),
  fieldTo: Type.Optional(Type.String({ maxLength: 40 })),
};
export const ListFilters = Type.Object(listFilters, closed);
export type ListFilters = Static<typeof ListFilters>;

export const Count = Type.Object({
  count: Type.Integer(),
  more: Type.Boolean({ description: 'counting stopped at 10,000: there are more' }),
});

/** A list as somebody wants to see it again: what its address says. */
const ViewQuery = Type.Record(Type.String({ maxLength: 40 }), Type.String({ maxLength: 1000 }), { maxProperties: 40 });
export const SavedView = Type.Object({
  id: Id,
  version: Version,
  name: Type.String(),
  /** With everybody in the workspace. */
  shared: Type.Boolean(),
  mine: Type.Boolean(),
  query: ViewQuery,
});
export type SavedView = Static<typeof SavedView>;
export const SavedViewList = Type.Object({ items: Type.Array(SavedView) });
export type SavedViewList = Static<typeof SavedViewList>;
export const CreateSavedView = Type.Object(
  { name: Name, shared: Type.Optional(Type.Boolean()), query: ViewQuery },
  closed,
);
export type CreateSavedView = Static<typeof CreateSavedView>;
export const UpdateSavedView = Type.Object(
  {
    version: Version,
    name: Type.Optional(Name),
    shared: Type.Optional(Type.Boolean()),
    query: Type.Optional(ViewQuery),
  },
  closed,
);
export type UpdateSavedView = Static<typeof UpdateSavedView>;

/** One act on many. `stage`: the id of a stage. */
export const BulkAct = Type.Union([
  Type.Object({ kind: Type.Literal('plan'), on: Day, channel: Type.Optional(NextChannel) }, closed),
  Type.Object({ kind: Type.Literal('shift'), days: Type.Integer({ minimum: 1, maximum: 365 }) }, closed),
  Type.Object({ kind: Type.Literal('assign'), assigneeId: Id }, closed),
  Type.Object({ kind: Type.Literal('stage'), stage: Type.String({ minLength: 1, maxLength: 60 }) }, closed),
  Type.Object({ kind: Type.Literal('pace'), pace: Pace }, closed),
  Type.Object(
    { kind: Type.Literal('stop'), saidNo: Type.Boolean(), reason: StopReason, note: Type.Optional(Line) },
    closed,
  ),
  Type.Object({ kind: Type.Literal('export') }, closed),
]);
export type BulkAct = Static<typeof BulkAct>;

/** Whom: these, or all that a filter finds; at most 10,000 at once. Nothing is changed yet: the answer says what would be. */
export const StartBulk = Type.Object(
  {
    act: BulkAct,
    opportunityIds: Type.Optional(Type.Array(Id, { minItems: 1, maxItems: 10_000, uniqueItems: true })),
    filter: Type.Optional(ListFilters),
  },
  closed,
);
export type StartBulk = Static<typeof StartBulk>;

const Refusal = Type.Object({
  code: oneOf([
    'opportunity_not_open',
    'next_in_past',
    'agreed_time',
    'already_so',
    'channel_not_allowed',
    'person_restricted',
    'not_found',
  ] as const),
  count: Type.Integer(),
  /** The first few, by name. */
  names: Type.Array(Type.String()),
});
export const Bulk = Type.Object({
  /** Also of the change by which the whole is taken back (POST /changes/:id/undo). */
  id: Id,
  total: Type.Integer(),
  /** How many had their turn; all of them: it is done. */
  position: Type.Integer(),
  /** To how many it was done; before it began, to how many it would be. */
  done: Type.Integer(),
  refused: Type.Array(Refusal),
  changeId: Nullable(Id),
});
export type Bulk = Static<typeof Bulk>;
