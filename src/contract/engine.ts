import { Type, type Static } from 'typebox';
import { Day, Minutes, Money } from './scalars.ts';

/**
 * What the engine believes of one contact: `alpha`, `refuse` and `beta` are the Dirichlet of buying, saying no and going on, `hazard` and
 * `continues` their means, `low` to `high` the hazard's 90% interval. `tried`, `sold`, `refused`: own counts. `article`: the hazard by the
 * article alone. `ownWeight`: how much of this contact's figures is one's own, 0..1.
 */
export const EngineStage = Type.Object({
  number: Type.Integer({ minimum: 1, maximum: 12 }),
  tried: Type.Integer(),
  sold: Type.Integer(),
  refused: Type.Integer(),
  hazard: Type.Number(),
  continues: Type.Number(),
  low: Type.Number(),
  high: Type.Number(),
  article: Type.Number(),
  ownWeight: Type.Number(),
  alpha: Type.Number(),
  refuse: Type.Number(),
  beta: Type.Number(),
  minutes: Type.Integer({ description: 'a contact moment with this number takes' }),
});
export type EngineStage = Static<typeof EngineStage>;

/** The workspace's own figures, pooled, with the settings that a simulation starts from. */
export const Engine = Type.Object({
  on: Day,
  currency: Type.String(),
  ended: Type.Integer(),
  enough: Type.Boolean({ description: 'false under 20 ended opportunities' }),
  /** Over all contacts: own contact moments against those that the article's prior counts for. */
  ownWeight: Type.Number({ description: '0: the article alone; 1: own figures alone' }),
  averageValue: Money,
  minutesADay: Minutes,
  acquisitionMinutes: Minutes,
  stages: Type.Array(EngineStage),
});
export type Engine = Static<typeof Engine>;
