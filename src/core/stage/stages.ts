/**
 * A stage is a place in the user's own order of an opportunity's way ("in conversation", "quote"). It says nothing to engine or rules: an
 * open opportunity always has a next moment, in whatever stage it stands.
 */
export type Stage = {
  id: string;
  /** Empty: the word of its id, in the reader's language (one of the four that everybody starts with). */
  name: string;
  /** Where a new opportunity stands: stored as null on it, so that no door has to know the stages. */
  begins: boolean;
};

export const firstStages = ['new', 'talking', 'quote', 'deciding'] as const;
export const mostStages = 20;

/** As it is stored on an opportunity; undefined: there is no such stage. */
export function storedStage(stages: readonly Stage[], id: string): string | null | undefined {
  const stage = stages.find((one) => one.id === id);
  if (!stage) return undefined;
  return stage.begins ? null : stage.id;
}

export type StagesWish = {
  stages: readonly { id: string | null; name: string }[];
  /** For each stage that goes: where what stands in it goes. */
  moves: Readonly<Record<string, string>>;
};
export type StagesChange = {
  kind: 'changed';
  stages: Stage[];
  /** What is stored on opportunities → what it becomes. */
  moves: { from: string | null; to: string | null }[];
};
export type StagesRefused = { kind: 'refused'; why: 'none' | 'too_many' | 'unknown' | 'twice' | 'no_place' };

/**
 * The stages as the user wants them. One that goes says where what stands in it goes; when new ones began there, they begin in that place
 * from now on.
 */
export function changeStages(
  before: readonly Stage[],
  wish: StagesWish,
  newId: () => string,
): StagesChange | StagesRefused {
  const refused = (why: StagesRefused['why']): StagesRefused => ({ kind: 'refused', why });
  if (wish.stages.length === 0) return refused('none');
  if (wish.stages.length > mostStages) return refused('too_many');
  const known = new Map(before.map((stage) => [stage.id, stage]));
  const kept = wish.stages.flatMap(({ id }) => (id === null ? [] : [id]));
  if (new Set(kept).size < kept.length) return refused('twice');
  if (kept.some((id) => !known.has(id))) return refused('unknown');
  const gone = before.filter((stage) => !kept.includes(stage.id));
  if (gone.some(({ id }) => !kept.includes(wish.moves[id] ?? ''))) return refused('no_place');
  const begins = before.find((stage) => stage.begins)?.id ?? before[0]?.id ?? '';
  const beginning = kept.includes(begins) ? begins : (wish.moves[begins] ?? '');
  const stages = wish.stages.map(({ id, name }) => ({
    id: id ?? newId(),
    name: name.trim(),
    begins: id !== null && id === beginning,
  }));
  const stored = (id: string) => (id === beginning ? null : id);
  const moves = gone
    .filter(({ id }) => id !== begins)
    .map(({ id }) => ({ from: id, to: stored(wish.moves[id] ?? '') }));
  // Where new ones begin is stored as null: what stands in that stage already becomes null, too.
  if (beginning !== begins) moves.push({ from: beginning, to: null });
  return { kind: 'changed', stages, moves };
}
