import type { RhythmStep } from '#core/rhythm/rhythm';

/** The first step may be on the day itself; later ones come at least a day after the one before (contract, Rhythm). */
export function isGap(gapDays: number, index: number): boolean {
  return Number.isInteger(gapDays) && gapDays >= (index === 0 ? 0 : 1) && gapDays <= 365;
}

export function sameRhythm(a: readonly RhythmStep[], b: readonly RhythmStep[]): boolean {
  return (
    a.length === b.length &&
    a.every((step, index) => {
      const other = b[index];
      return other?.gapDays === step.gapDays && other.channel === step.channel && other.intent === step.intent;
    })
  );
}

/** From the start to the last step. What is being typed and is no number yet counts as nothing. */
export function daysOf(steps: readonly RhythmStep[]): number {
  return steps.reduce((sum, step) => sum + (Number.isFinite(step.gapDays) ? step.gapDays : 0), 0);
}
