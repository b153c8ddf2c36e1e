import type { Warmth } from '../opportunity/vocabulary.ts';
import { KAPPA_TEAM } from './pooling.ts';
import { posteriorOf, type Posterior, type StagePrior } from './posterior.ts';
import { at, sumOf } from './stage-list.ts';
import { pooledCounts, type WarmthCounts, type WarmthStageCounts } from './warmth-counts.ts';

/** The classes that have figures of their own; `unknown` has the pooled ones. */
export const warmthClasses = ['silent', 'spoke', 'interested'] as const;
export type WarmthClass = (typeof warmthClasses)[number];

/** Odds against the pooled hazard, our starting assumption (product.md, definition 21); own counts take over. */
export const ODDS_FACTOR: Readonly<Record<Warmth, number>> = { unknown: 1, silent: 0.5, spoke: 1, interested: 2 };

/**
 * Starting shares of moments, among those that go on, after which the prospect is warmer. silent → interested is ours:
 * product.md gives none; we take a first conversation to show interest as often as a later one does, 0.25 × 0.15, on top of 0.25.
 */
const SILENT_TO_SPOKE = 0.25;
const SPOKE_TO_INTERESTED = 0.15;
const SILENT_TO_INTERESTED = SILENT_TO_SPOKE * SPOKE_TO_INTERESTED;
const TRANSITION_STRENGTH = 20;

/** Dirichlet parameters of sale, refusal and going on. */
export interface Belief {
  readonly sale: number;
  readonly refuse: number;
  readonly goOn: number;
}

/**
 * One stage. A class's figures are drawn to `kappa` moments at a centre that the *other* classes give (each contact counted once,
 * as in the cascade): centre odds of sale = odds factor × `otherSales` / `otherRest`, and refusal among what is not sold
 * `otherRefusal`.
 */
export interface ClassEvidence {
  readonly otherSales: number;
  readonly otherRest: number;
  readonly otherRefusal: number;
  readonly factor: number;
  /** Moments that the centre counts for. */
  readonly kappa: number;
  readonly own: WarmthStageCounts;
}

/** Dirichlet parameters of where a moment that goes on leads: staying, spoke, interested. */
export interface TransitionBelief {
  readonly silent: readonly [stay: number, spoke: number, interested: number];
  readonly spoke: readonly [stay: number, interested: number];
}

/** All that is believed about stages and warmth; everything below follows from it. */
export interface WarmthBeliefs {
  readonly pooled: Posterior;
  readonly classes: readonly Readonly<Record<WarmthClass, ClassEvidence>>[];
  readonly transitions: TransitionBelief;
}

/**
 * engine.md section 2 and product.md definition 21. The others' moments are brought to a common footing before they serve as
 * centre: with class odds f·o, sold = o·Σ f·unsold, so the odds o are sales over Σ f·(tried − sold). Without that step a workspace
 * where nearly everyone is silent would halve the silent hazard twice.
 */
export function warmthBeliefs(counts: WarmthCounts, prior: StagePrior): WarmthBeliefs {
  return {
    pooled: posteriorOf(prior, pooledCounts(counts)),
    classes: counts.stages.map(({ unknown, silent, spoke, interested }, index) => {
      const whole = together(
        together(contribution(unknown, ODDS_FACTOR.unknown), contribution(silent, ODDS_FACTOR.silent)),
        together(contribution(spoke, ODDS_FACTOR.spoke), contribution(interested, ODDS_FACTOR.interested)),
      );
      const evidence = (own: WarmthStageCounts, factor: number): ClassEvidence => {
        const less = contribution(own, factor);
        const unsold = at(prior.beta, index) + whole.unsold - less.unsold;
        return {
          otherSales: at(prior.alpha, index) + whole.sold - less.sold,
          otherRest: at(prior.beta, index) + whole.weighed - less.weighed,
          otherRefusal: unsold > 0 ? Math.min(1, (whole.refused - less.refused) / unsold) : 0,
          factor,
          kappa: KAPPA_TEAM,
          own,
        };
      };
      return {
        silent: evidence(silent, ODDS_FACTOR.silent),
        spoke: evidence(spoke, ODDS_FACTOR.spoke),
        interested: evidence(interested, ODDS_FACTOR.interested),
      };
    }),
    transitions: transitionBelief(counts),
  };
}

/** What one class brings to the others' centre; `weighed` = f·(tried − sold). */
interface Contribution {
  readonly sold: number;
  readonly refused: number;
  readonly unsold: number;
  readonly weighed: number;
}

function contribution({ tried, sold, refused }: WarmthStageCounts, factor: number): Contribution {
  const unsold = Math.max(0, tried - sold);
  return { sold, refused, unsold, weighed: factor * unsold };
}

function together(a: Contribution, b: Contribution): Contribution {
  return {
    sold: a.sold + b.sold,
    refused: a.refused + b.refused,
    unsold: a.unsold + b.unsold,
    weighed: a.weighed + b.weighed,
  };
}

/**
 * The class's Dirichlet. `tilt` multiplies the centre's odds and `refusalTilt` its refusals: 1 for the estimate, a draw's departure
 * from it in simulation, so that what is uncertain about a stage is shared by its classes.
 */
export function classBelief(
  { otherSales, otherRest, otherRefusal, factor, kappa, own }: ClassEvidence,
  tilt = 1,
  refusalTilt = 1,
): Belief {
  const weight = factor * tilt * otherSales;
  const centre = weight + otherRest > 0 ? weight / (weight + otherRest) : 0;
  const refusal = (1 - centre) * Math.min(1, otherRefusal * refusalTilt);
  return {
    sale: kappa * centre + own.sold,
    refuse: kappa * refusal + own.refused,
    goOn: kappa * (1 - centre - refusal) + Math.max(0, own.tried - own.sold - own.refused),
  };
}

function startingWeight(share: number): number {
  return TRANSITION_STRENGTH * share;
}

function transitionBelief(counts: WarmthCounts): TransitionBelief {
  const start: TransitionBelief = {
    silent: [
      startingWeight(1 - SILENT_TO_SPOKE - SILENT_TO_INTERESTED),
      startingWeight(SILENT_TO_SPOKE),
      startingWeight(SILENT_TO_INTERESTED),
    ],
    spoke: [startingWeight(1 - SPOKE_TO_INTERESTED), startingWeight(SPOKE_TO_INTERESTED)],
  };
  return withTransitions(start, counts);
}

/** Own transitions of all stages together; warmth only goes upward (definition 8), so downward ones are not counted. */
export function withTransitions({ silent, spoke }: TransitionBelief, { stages }: WarmthCounts): TransitionBelief {
  const seen = (from: WarmthClass, to: WarmthClass) => Math.max(0, sumOf(stages.map((stage) => stage[from].to[to])));
  return {
    silent: [
      silent[0] + seen('silent', 'silent'),
      silent[1] + seen('silent', 'spoke'),
      silent[2] + seen('silent', 'interested'),
    ],
    spoke: [spoke[0] + seen('spoke', 'spoke'), spoke[1] + seen('spoke', 'interested')],
  };
}
