import { drawnRange, drawShares } from './dirichlet-draw.ts';
import type { Posterior } from './posterior.ts';
import { seededRandom } from './seeded-random.ts';
import { at, perStage, STAGE_COUNT, type StageList } from './stage-list.ts';

/**
 * Share of the opportunities that are let go at number j by ourselves, given that they could have gone on: own stops over own stops
 * plus those tried at j + 1. Product-limit: what is still open at j has decided nothing and is in neither. `tried` and `ownStops`
 * by stage; at stage 12 there is nothing left to stop.
 */
export function stopRates(ownStops: StageList, tried: StageList): number[] {
  return perStage((index) => {
    const went = index + 1 < STAGE_COUNT ? at(tried, index + 1) : 0;
    const stopped = at(ownStops, index);
    return stopped + went > 0 ? stopped / (stopped + went) : 0;
  });
}

/**
 * Σ S_j·G_j·h_j / Σ S_j·h_j: the share of the sales attainable within 12 that is reached when one stops with these rates; G_j = chance of
 * not having stopped before j. Equal to Σ w_j·F(j) / F(12) with w_j the share that stops after j. 1 when nothing is attainable.
 */
export function capturedShare(hazards: StageList, continues: StageList, stops: StageList): number {
  let reached = 1;
  let willing = 1;
  let captured = 0;
  let attainable = 0;
  for (let index = 0; index < STAGE_COUNT; index += 1) {
    const sale = reached * at(hazards, index);
    attainable += sale;
    captured += sale * willing;
    reached *= at(continues, index);
    willing *= 1 - at(stops, index);
  }
  return attainable > 0 ? captured / attainable : 1;
}

/**
 * The captured share of one's own stops with its 90% range, by simulation (`seed`): hazards drawn from their posterior, stop rates
 * from Jeffreys' Beta(stops + ½, went on + ½).
 */
export function capturedShareRange(
  posterior: Posterior,
  ownStops: StageList,
  { seed, draws = 1000 }: { readonly seed: number; readonly draws?: number },
): { share: number; low: number; high: number } {
  const tried = posterior.counts.stages.map((stage) => stage.tried);
  const random = seededRandom(seed);
  const drawn = new Float64Array(draws);
  for (let draw = 0; draw < draws; draw += 1) {
    const stages = posterior.alpha.map((alpha, index) =>
      drawShares(alpha, at(posterior.gammaRefuse, index), at(posterior.beta, index), random),
    );
    const stops = perStage((index) => {
      const went = index + 1 < STAGE_COUNT ? at(tried, index + 1) : 0;
      return drawShares(at(ownStops, index) + 0.5, 0, went + 0.5, random)[0];
    });
    drawn[draw] = capturedShare(
      stages.map(([sale]) => sale),
      stages.map(([, , goOn]) => goOn),
      stops,
    );
  }
  const [low, high] = drawnRange(drawn);
  return { share: capturedShare(posterior.hazards, posterior.continues, stopRates(ownStops, tried)), low, high };
}
