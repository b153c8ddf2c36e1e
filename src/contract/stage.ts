import { Type, type Static } from 'typebox';
import { mostStages } from '#core/stage/stages';
import { closed, Name, Version } from './scalars.ts';

const StageId = Type.String({ minLength: 1, maxLength: 60 });

export const Stage = Type.Object({
  id: StageId,
  /** Empty: one of the four that everybody starts with (new, talking, quote, deciding), by its word in the reader's language. */
  name: Type.String(),
  /** Where a new opportunity begins; on the opportunity itself its stage is then null. */
  begins: Type.Boolean(),
});
export type Stage = Static<typeof Stage>;

/** `version`: that of the settings, with which the stages are kept. */
export const StageList = Type.Object({ version: Version, items: Type.Array(Stage) });
export type StageList = Static<typeof StageList>;

export const SetStages = Type.Object(
  {
    version: Version,
    stages: Type.Array(
      Type.Object({ id: Type.Optional(StageId), name: Type.Union([Name, Type.Literal('')]) }, closed),
      { minItems: 1, maxItems: mostStages },
    ),
    /** For each stage that is left out: into which of the others what stands in it goes. */
    moves: Type.Optional(Type.Record(StageId, StageId)),
  },
  closed,
);
export type SetStages = Static<typeof SetStages>;

export const PutInStage = Type.Object({ stage: StageId, version: Type.Optional(Version) }, closed);
export type PutInStage = Static<typeof PutInStage>;
