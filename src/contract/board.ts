import { Type, type Static } from 'typebox';
import { Opportunity } from './opportunity.ts';
import { closed, Id, Nullable, oneOf } from './scalars.ts';

export const boardWays = ['number', 'stage'] as const;
const By = oneOf(boardWays);
const ColumnKey = Type.String({ maxLength: 60 });
const Cursor = Type.String({ maxLength: 200 });

export const BoardQuery = Type.Object({ by: Type.Optional(By), assigneeId: Type.Optional(Id) }, closed);
export type BoardQuery = Static<typeof BoardQuery>;

export const BoardColumn = Type.Object({
  /** By number: the number of the next contact moment, 1 to 13 (13: beyond the twelfth). By stage: its id. */
  key: ColumnKey,
  /** Of all in it, not of the cards that are shown. */
  count: Type.Integer(),
  /** Minor units, of those that have a value. */
  value: Type.Integer(),
  withoutValue: Type.Integer(),
  cards: Type.Array(Opportunity),
  nextCursor: Nullable(Type.String()),
});
export type BoardColumn = Static<typeof BoardColumn>;

/** Open opportunities in columns; each column its first cards, the earliest next moment first. */
export const Board = Type.Object({ by: By, columns: Type.Array(BoardColumn) });
export type Board = Static<typeof Board>;

export const BoardColumnQuery = Type.Object(
  {
    by: Type.Optional(By),
    /** Of which column, after which card; both are asked for. */
    key: Type.Optional(ColumnKey),
    cursor: Type.Optional(Cursor),
    assigneeId: Type.Optional(Id),
  },
  closed,
);
export type BoardColumnQuery = Static<typeof BoardColumnQuery>;
export const BoardCards = Type.Object({ cards: Type.Array(Opportunity), nextCursor: Nullable(Type.String()) });
export type BoardCards = Static<typeof BoardCards>;
