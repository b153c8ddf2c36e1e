import { Type, type Static } from 'typebox';
import { ImportProof } from './permission.ts';
import { Basis, closed, Day, Id, Instant, LegalForm, Line, Nullable, oneOf } from './scalars.ts';

/** How one column of the file is understood; `field` is one of core/import's ImportField or null (left out). */
export const ImportColumn = Type.Object({
  index: Type.Integer(),
  header: Type.String(),
  field: Nullable(Type.String()),
  confidence: Type.Number(),
  samples: Type.Array(Type.String()),
});
export type ImportColumn = Static<typeof ImportColumn>;

export const ImportCounts = Type.Object({
  created: Type.Integer(),
  updated: Type.Integer(),
  skipped: Type.Integer(),
  rejected: Type.Integer(),
  /** Opportunities by what they become; `refused` are those of the stopped that said no. */
  open: Type.Integer(),
  won: Type.Integer(),
  stopped: Type.Integer(),
  refused: Type.Integer(),
  persons: Type.Integer(),
  organisations: Type.Integer(),
  moments: Type.Integer(),
  toComplete: Type.Integer(),
});
export type ImportCounts = Static<typeof ImportCounts>;

/**
 * Rows grouped by cure. `code` is an i18n key (`reject.<code>`). `kept`: nothing was rejected: the rows came in and only this cell was left out
 * (its text is in the note), or there was nobody in them (`totals_row`, `headers_again`).
 */
export const RejectGroup = Type.Object({
  code: Type.String(),
  kept: Type.Boolean(),
  field: Nullable(Type.String()),
  count: Type.Integer(),
  rows: Type.Array(Type.Object({ row: Type.Integer(), value: Type.String() })),
});

export const Import = Type.Object({
  id: Id,
  fileName: Type.String(),
  kind: Type.Union([Type.Literal('opportunities'), Type.Literal('moments'), Type.Literal('persons')]),
  /** Recognised export: hubspot, pipedrive, … or unknown. */
  recognised: Type.String(),
  /** The row of the file that is taken for the headers; null: there is none. */
  headerRow: Nullable(Type.Integer()),
  rows: Type.Integer(),
  columns: Type.Array(ImportColumn),
  status: oneOf(['uploaded', 'checking', 'checked', 'committing', 'committed', 'failed', 'undone']),
  progress: Type.Object({ done: Type.Integer(), total: Type.Integer() }),
  counts: Nullable(ImportCounts),
  rejected: Type.Array(RejectGroup),
  /** Dates were read in the notes: a proposed history ("3/9 vm, 12/9 mail"), with a few examples; those without a day are to be asked about (heldByRow). */
  history: Type.Object({
    hasHeld: Type.Boolean(),
    readable: Type.Integer(),
    examples: Type.Array(
      Type.Object({
        row: Type.Integer(),
        name: Type.String(),
        text: Type.String(),
        days: Type.Array(Day),
        /** Contacts that the note tells: its days, or more where it counts them itself ("na 4x bellen"). */
        held: Type.Integer(),
      }),
    ),
  }),
  /** Currencies in the file other than the workspace's: a rate is needed. */
  currencies: Type.Array(Type.String()),
  /** Why a failed import failed: code (`problem.<code>`) and place. */
  failure: Nullable(Type.Object({ code: Type.String(), detail: Type.String() })),
  undoUntil: Nullable(Instant),
  /** Of a long file: what it is found by is still being taken in, which takes a few seconds. */
  wordsFollow: Type.Boolean(),
  keptAfterUndo: Type.Integer(),
  /** Who stayed after an undo, being used since: the first 100, in the answer about one import only. */
  kept: Type.Array(Type.Object({ opportunityId: Nullable(Id), personId: Nullable(Id), name: Type.String() })),
  createdAt: Instant,
});
export type Import = Static<typeof Import>;

export const PasteImport = Type.Object(
  { text: Type.String({ minLength: 1, maxLength: 2_000_000 }), fileName: Type.Optional(Line) },
  closed,
);

export const ImportChoices = Type.Object(
  {
    /** Column index (as text) → field or null. Missing columns keep what was recognised. */
    fields: Type.Optional(Type.Record(Type.String(), Nullable(Type.String()))),
    basis: Type.Optional(Basis),
    legalForm: Type.Optional(LegalForm),
    /** What shows that they allowed it. */
    proof: Type.Optional(ImportProof),
    /** What a row is that says neither won nor stopped nor open. */
    notWon: Type.Optional(Type.Union([Type.Literal('open'), Type.Literal('stopped')])),
    dateOrder: Type.Optional(Type.Union([Type.Literal('dmy'), Type.Literal('mdy'), Type.Literal('ymd')])),
    decimal: Type.Optional(Type.Union([Type.Literal(','), Type.Literal('.')])),
    /** Take the dates in the notes as history. */
    readNotes: Type.Optional(Type.Boolean()),
    /** Rows whose notes are left as they are, with `readNotes`. */
    notesNotOf: Type.Optional(Type.Array(Type.Integer({ minimum: 1 }), { maxItems: 1000 })),
    /** Rows with an amount, day or count that cannot be read come in without that cell, its text in the note. Default: they are rejected. */
    keepUnreadable: Type.Optional(Type.Boolean()),
    /** The minute of tapping: row number (as text) → 1, 2, 3, 4 (= 4+). */
    heldByRow: Type.Optional(Type.Record(Type.String(), Type.Integer({ minimum: 0, maximum: 1000 }))),
    /** Currency code → units of the workspace's currency for one of it. */
    rates: Type.Optional(Type.Record(Type.String({ pattern: '^[A-Z]{3}$' }), Type.Number({ exclusiveMinimum: 0 }))),
    assigneeId: Type.Optional(Id),
    /** An address book may come in as people only, without opportunities. Default: people for Google, Outlook, LinkedIn and vCard files. */
    as: Type.Optional(oneOf(['opportunities', 'persons'])),
  },
  closed,
);
export type ImportChoices = Static<typeof ImportChoices>;
export const ImportList = Type.Object({ items: Type.Array(Import) });
