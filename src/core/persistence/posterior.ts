import { betaQuantile } from './beta-distribution.ts';
import type { Prior } from './prior.ts';
import { at, perStage, STAGE_COUNT, type StageList } from './stage-list.ts';

/** How one opportunity stands. `refused`: they said no; `stopped`: we stopped or fell silent, which says nothing of later stages. */
export type ObservedOutcome = 'won' | 'refused' | 'stopped' | 'open';

/** `contacts`: moments held, 0 or more; `pending`: the answer to the last one is not in yet (product.md, definition 7). */
export interface Observation {
  readonly contacts: number;
  readonly outcome: ObservedOutcome;
  readonly pending?: boolean;
}

/** Of one stage: how many moments were tried, sold, refused. sold + refused ≤ tried. */
export interface StageCounts {
  readonly tried: number;
  readonly sold: number;
  readonly refused: number;
}

/** Counts of all stages; sales after stage 12 stand apart, never thrown away. */
export interface OutcomeCounts {
  readonly stages: readonly StageCounts[];
  readonly salesBeyond12: number;
}

/**
 * Per stage a Dirichlet over sale (`alpha`), refusal (`gammaRefuse`, prior 0) and going on (`beta`). `hazards` is the mean share of
 * sales h_j, `continues` the mean share that goes on q_j.
 */
export interface Posterior {
  readonly counts: OutcomeCounts;
  readonly alpha: StageList;
  readonly gammaRefuse: StageList;
  readonly beta: StageList;
  readonly hazards: StageList;
  readonly continues: StageList;
}

/** What is believed before the counts: the article's pseudo-data (refusal prior 0), or what a wider group has seen. */
export type StagePrior = Pick<Prior, 'alpha' | 'beta'> & { readonly gammaRefuse?: StageList };

/** A fresh sheet: nothing tried yet. */
export function noOutcomes(): OutcomeCounts {
  return { stages: Array.from({ length: STAGE_COUNT }, () => ({ tried: 0, sold: 0, refused: 0 })), salesBeyond12: 0 };
}

/**
 * engine.md, section 2: stage j counts as tried for j ≤ contacts, less one if the last answer is pending and it is neither a sale nor a
 * refusal. An opportunity of which the number is unknown (0 contacts) is in no stage.
 */
export function countOutcomes(observations: readonly Observation[]): OutcomeCounts {
  const tried = perStage(() => 0);
  const sold = perStage(() => 0);
  const refused = perStage(() => 0);
  let salesBeyond12 = 0;
  for (const { contacts, outcome, pending } of observations) {
    const answered = outcome === 'won' || outcome === 'refused';
    const until = Math.min(STAGE_COUNT, pending === true && !answered ? contacts - 1 : contacts);
    for (let index = 0; index < until; index += 1) tried[index] = at(tried, index) + 1;
    if (contacts > STAGE_COUNT) {
      if (outcome === 'won') salesBeyond12 += 1;
    } else if (contacts > 0 && answered) {
      const list = outcome === 'won' ? sold : refused;
      list[contacts - 1] = at(list, contacts - 1) + 1;
    }
  }
  const stages = tried.map((n, index) => ({ tried: n, sold: at(sold, index), refused: at(refused, index) }));
  return { stages, salesBeyond12 };
}

/**
 * Prior and counts of 12 stages to posterior. Should counters ever contradict themselves (more sold and refused than tried), the
 * goings-on stay at the prior's instead of falling below it.
 */
export function posteriorOf(prior: StagePrior, counts: OutcomeCounts): Posterior {
  if (counts.stages.length !== STAGE_COUNT) throw new RangeError(`counts of ${counts.stages.length} stages`);
  const alpha = counts.stages.map(({ sold }, index) => at(prior.alpha, index) + sold);
  const gammaRefuse = counts.stages.map(
    ({ refused }, index) => (prior.gammaRefuse ? at(prior.gammaRefuse, index) : 0) + refused,
  );
  const beta = counts.stages.map(
    ({ tried, sold, refused }, index) => at(prior.beta, index) + Math.max(0, tried - sold - refused),
  );
  const whole = perStage((index) => at(alpha, index) + at(gammaRefuse, index) + at(beta, index));
  // A stage of which nothing at all is known (p = 1 and nobody ever came so far) sells nothing and goes nowhere.
  const share = (list: StageList) => list.map((part, index) => (at(whole, index) > 0 ? part / at(whole, index) : 0));
  return { counts, alpha, gammaRefuse, beta, hazards: share(alpha), continues: share(beta) };
}

/** From single opportunities; the order of the observations makes no difference. */
export function learn(prior: StagePrior, observations: readonly Observation[]): Posterior {
  return posteriorOf(prior, countOutcomes(observations));
}

/** 90% interval of each stage's hazard: 5% and 95% quantiles of Beta(alpha, beta + refuse). */
export function hazardIntervals(posterior: Posterior): [low: number, high: number][] {
  return posterior.alpha.map((alpha, index) => {
    const rest = at(posterior.beta, index) + at(posterior.gammaRefuse, index);
    return [betaQuantile(alpha, rest, 0.05), betaQuantile(alpha, rest, 0.95)];
  });
}
