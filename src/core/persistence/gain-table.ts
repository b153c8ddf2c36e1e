import type { Warmth } from '../opportunity/vocabulary.ts';
import { beatsRate } from './index.ts';
import type { Prior } from './prior.ts';
import { STAGE_COUNT, type StageList } from './stage-list.ts';
import { scaledModel, walkAhead, warmthModel, type WarmthModel } from './warmth.ts';
import { warmthBeliefs } from './warmth-beliefs.ts';
import { byWarmth, type WarmthCounts } from './warmth-counts.ts';

/** One figure per warmth. */
export type WarmthRow = Readonly<Record<Warmth, number>>;

/** 13 rows each, k = 0..12 moments held. */
export interface GainTable {
  /** Expected value per minute for a value of 1, looking ahead. Row 12 = row 11 × 0.5; beyond twelve see gainAt. */
  readonly gain: readonly WarmthRow[];
  /** Chance of still buying when followed to stage 12; row 12 is 0. */
  readonly buyLater: readonly WarmthRow[];
  /** Minutes that following to stage 12 takes on average; row 12 is 0. */
  readonly minutesToEnd: readonly WarmthRow[];
  /** The number up to which the gain is earned. Row 12: 13, one moment at a time. */
  readonly m: readonly WarmthRow[];
}

/** `minutesByStage`: 12 numbers; under one minute counts as one. `multiplier`: one person's (pooling.ts), 1 for the workspace. */
export interface GainTableInput {
  readonly counts: WarmthCounts;
  readonly prior: Pick<Prior, 'alpha' | 'beta'>;
  readonly minutesByStage: StageList;
  readonly multiplier?: number;
}

/** Beyond stage 12 the hazard is halved at every further stage (engine.md, section 2). */
const BEYOND_FACTOR = 0.5;

/**
 * The table that Today orders by: index = value × gain[k][warmth] (engine.md, section 3: equal to the index when there are no costs).
 * Every prospect is followed through the classes that it may reach (walkAhead). Measured: 35 to 60 microseconds a table, 2 milliseconds the first time.
 */
export function gainTable({ counts, prior, minutesByStage, multiplier = 1 }: GainTableInput): GainTable {
  const model = scaledModel(warmthModel(warmthBeliefs(counts, prior)), multiplier);
  return gainTableOf(model, minutesByStage);
}

interface StateFigures {
  readonly gain: number;
  readonly m: number;
  readonly buyLater: number;
  readonly minutesToEnd: number;
}

/** The same from a model at hand. */
export function gainTableOf(model: WarmthModel, minutesByStage: StageList): GainTable {
  // Minutes learned from what is logged may come out at 0; a gain of infinity would order Today.
  const minutes = minutesByStage.map((each) => Math.max(1, each));
  const states = Array.from({ length: STAGE_COUNT }, (_, held) =>
    byWarmth((warmth) => stateFigures(model, minutes, held, warmth)),
  );
  states.push(byWarmth((warmth) => beyond(states[STAGE_COUNT - 1]?.[warmth])));
  return {
    gain: states.map((state) => byWarmth((warmth) => state[warmth].gain)),
    buyLater: states.map((state) => byWarmth((warmth) => state[warmth].buyLater)),
    minutesToEnd: states.map((state) => byWarmth((warmth) => state[warmth].minutesToEnd)),
    m: states.map((state) => byWarmth((warmth) => state[warmth].m)),
  };
}

/** One walk gives all: each state has its own hazards ahead, so that the blocks of index.ts cannot serve a next state. */
function stateFigures(model: WarmthModel, minutes: StageList, held: number, warmth: Warmth): StateFigures {
  let reached = 1;
  let reward = 0;
  let spent = 0;
  let bestReward = 0;
  let bestSpent = 1;
  let m = 0;
  walkAhead(model, held, warmth, (index, hazard, goOn) => {
    reward += reached * hazard;
    spent += reached * (minutes[index] ?? 1);
    if (m === 0 || (reached > 0 && beatsRate(reward, spent, bestReward, bestSpent))) {
      bestReward = reward;
      bestSpent = spent;
      m = index + 1;
    }
    reached *= goOn;
  });
  return { gain: bestReward / bestSpent, m, buyLater: reward, minutesToEnd: spent };
}

function beyond(last: StateFigures | undefined): StateFigures {
  return { gain: (last?.gain ?? 0) * BEYOND_FACTOR, m: STAGE_COUNT + 1, buyLater: 0, minutesToEnd: 0 };
}

/** gain = gain[11] × 0.5^(held − 11) from 12 moments held on; also for held far beyond. */
export function gainAt(table: GainTable, held: number, warmth: Warmth): number {
  const row = table.gain[Math.min(held, STAGE_COUNT)];
  if (!row) throw new RangeError(`no row for ${held} moments held`);
  return held <= STAGE_COUNT ? row[warmth] : row[warmth] * BEYOND_FACTOR ** (held - STAGE_COUNT);
}
