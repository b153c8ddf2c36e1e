import { bankStages } from './bank-marketing.cases.ts';
import { DEFAULT_PRIOR, priorOf } from './prior.ts';
import type { Compared } from './simulate-policies.ts';

/** engine.md, section 8: what the index earns over each policy, 360 minutes a day, 45 to find a prospect, 15 a moment. */
export const sectionEight: readonly {
  readonly name: string;
  readonly hazards: readonly number[];
  readonly ratios: Readonly<Record<Exclude<Compared, 'index' | 'own'>, number>>;
}[] = [
  {
    name: 'the article’s hazard',
    hazards: priorOf(DEFAULT_PRIOR).hazards,
    ratios: { stop1: 14.5, stop2: 7.1, stop3: 4.2, mix: 4.8, twelve: 1 },
  },
  {
    name: 'bank-marketing’s hazard',
    hazards: bankStages.map(({ sold, tried }) => sold / tried),
    ratios: { stop1: 1.84, stop2: 1.21, stop3: 1.04, mix: 1.43, twelve: 1.23 },
  },
];
