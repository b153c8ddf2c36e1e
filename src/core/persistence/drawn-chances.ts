import { drawModel } from './missed-revenue-total.ts';
import { seededRandom } from './seeded-random.ts';
import { stateChances, type StateChances } from './state-chances.ts';
import { scaledModel } from './warmth.ts';
import type { WarmthBeliefs } from './warmth-beliefs.ts';

type Drawn = { readonly from: string; readonly chances: readonly StateChances[] };
const drawn = new WeakMap<WarmthBeliefs, Drawn>();

/**
 * The chances under each of so many draws of the posterior, seeded: the same beliefs give the same ones. Those that were asked for last are
 * kept as long as the beliefs are: one Outlook makes a dozen forecasts of them, and drawing was a third of each.
 */
export function drawnChances(
  beliefs: WarmthBeliefs,
  multiplier: number,
  seed: number,
  draws: number,
): readonly StateChances[] {
  const from = `${multiplier} ${seed} ${draws}`;
  const present = drawn.get(beliefs);
  if (present?.from === from) return present.chances;
  const random = seededRandom(seed);
  const chances = Array.from({ length: draws }, () =>
    stateChances(scaledModel(drawModel(beliefs, random), multiplier)),
  );
  // One draw is for a mean alone, and must not drive out those that are used again.
  if (draws > 1) drawn.set(beliefs, { from, chances });
  return chances;
}
