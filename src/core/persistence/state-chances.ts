import { warmths, type Warmth } from '../opportunity/vocabulary.ts';
import { STAGE_COUNT } from './stage-list.ts';
import { walkAhead, type WarmthModel } from './warmth.ts';

/** Where an open opportunity can stand: 0..11 moments held, four warmths. */
export const STATES = STAGE_COUNT * warmths.length;

/** The row of a state in StateChances. `held` 0..11. */
export function stateOf(held: number, warmth: Warmth): number {
  return held * warmths.length + warmths.indexOf(warmth);
}

/** The moments held in a state. */
export function heldIn(state: number): number {
  return Math.floor(state / warmths.length);
}

/** Elements of one row: reached after 0..12 stages. */
export const ROW = STAGE_COUNT + 1;

/**
 * Row `stateOf(held, warmth)`, element j: the chance that the sale has been made by stage j, 0 up to `held`. Sale chances of the stages
 * a+1..b together are then one subtraction.
 */
export type StateChances = Float64Array;

export function stateChances(model: WarmthModel): StateChances {
  const chances = new Float64Array(STATES * ROW);
  for (let held = 0; held < STAGE_COUNT; held += 1)
    for (const warmth of warmths) {
      const row = stateOf(held, warmth) * ROW;
      let reached = 1;
      let sold = 0;
      walkAhead(model, held, warmth, (index, hazard, goOn) => {
        sold += reached * hazard;
        reached *= goOn;
        chances[row + index + 1] = sold;
      });
    }
  return chances;
}
