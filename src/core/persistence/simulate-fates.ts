import { drawShares, lognormalDraw } from './dirichlet-draw.ts';
import type { SellingYear, Truth } from './simulate-settings.ts';
import { seededRandom, type Random } from './seeded-random.ts';
import { at, perStage, STAGE_COUNT, type StageList } from './stage-list.ts';

/** What will come of one prospect, whoever works it: `sale` or `refusal` at stage `end`, or neither within twelve (`end` 13). */
export interface Fate {
  readonly end: number;
  readonly sale: boolean;
  readonly value: number;
}

/** The n-th prospect that is found in a year, n from 0. */
export type Fates = (n: number) => Fate;

/** Means of sale and of going on. */
export function chancesOf(truth: Truth): { hazards: StageList; continues: StageList } {
  if (truth.kind === 'known') return truth;
  const { alpha, gammaRefuse, beta } = truth.beliefs;
  const share = (part: StageList) =>
    perStage((index) => {
      const whole = at(alpha, index) + at(gammaRefuse, index) + at(beta, index);
      return whole > 0 ? at(part, index) / whole : 0;
    });
  return { hazards: share(alpha), continues: share(beta) };
}

/**
 * One possible year, the same for every policy: the n-th prospect buys at the same contact and for the same money whoever works it
 * (paired years), so that policies differ by what they do and not by luck.
 */
export function fatesOf(truth: Truth, { value, deviation }: SellingYear, seed: number): Fates {
  const random = seededRandom(seed);
  const { hazards, continues } = truth.kind === 'known' ? truth : drawnChances(truth.beliefs, random);
  const fates: Fate[] = [];
  return (n) => {
    for (; fates.length <= n;)
      fates.push(drawnFate(hazards, continues, lognormalDraw(value, deviation, random), random));
    const fate = fates[n];
    if (!fate) throw new RangeError(`no prospect ${n}`);
    return fate;
  };
}

function drawnChances(
  { alpha, gammaRefuse, beta }: Extract<Truth, { kind: 'believed' }>['beliefs'],
  random: Random,
): { hazards: number[]; continues: number[] } {
  const hazards = perStage(() => 0);
  const continues = perStage(() => 0);
  for (let index = 0; index < STAGE_COUNT; index += 1) {
    const [sale, , goOn] = drawShares(at(alpha, index), at(gammaRefuse, index), at(beta, index), random);
    hazards[index] = sale;
    continues[index] = goOn;
  }
  return { hazards, continues };
}

/** One number decides: it falls into the sale or the refusal of a stage, or beyond the last. */
function drawnFate(hazards: StageList, continues: StageList, value: number, random: Random): Fate {
  let luck = random();
  for (let index = 0; index < STAGE_COUNT; index += 1) {
    const hazard = at(hazards, index);
    const goOn = at(continues, index);
    if (luck < hazard) return { end: index + 1, sale: true, value };
    if (luck >= hazard + goOn) return { end: index + 1, sale: false, value };
    luck = (luck - hazard) / goOn;
  }
  return { end: STAGE_COUNT + 1, sale: false, value };
}
