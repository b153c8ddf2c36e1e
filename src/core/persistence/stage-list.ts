/** The horizon K of engine.md: twelve stages, a horizon and never a target. */
export const STAGE_COUNT = 12;

/** One number per stage, array index 0 = stage 1 (the first contact moment). Always STAGE_COUNT long. */
export type StageList = readonly number[];

/** The list's element, or a fault: a list of the wrong length must never turn into a silent NaN. */
export function at(list: ArrayLike<number>, index: number): number {
  const value = list[index];
  if (value === undefined) throw new RangeError(`no element ${index} in a list of ${list.length}`);
  return value;
}

/** Builds a list over the stages; `of` receives the array index, 0 for stage 1. */
export function perStage(of: (index: number) => number): number[] {
  return Array.from({ length: STAGE_COUNT }, (_, index) => of(index));
}

export function sumOf(list: ArrayLike<number>): number {
  let total = 0;
  for (let index = 0; index < list.length; index += 1) total += at(list, index);
  return total;
}
