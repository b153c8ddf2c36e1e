import { hazardIntervals, posteriorOf } from '#core/persistence/posterior';
import { at, sumOf } from '#core/persistence/stage-list';
import { pooledCounts } from '#core/persistence/warmth-counts';
import type { Engine } from '#contract/engine';
import { inWorkspace } from '#db/transaction';
import type { Context } from '../context.ts';
import { loadSurroundings } from '../surroundings.ts';
import { loadFigures } from './figures.ts';

/** The pooled figures by contact, each with its count, its interval and how much of it is one's own. */
export async function getEngine(context: Context): Promise<Engine> {
  return inWorkspace(
    context.databases,
    context.actor.workspaceId,
    async (tx) => {
      const surroundings = await loadSurroundings(tx, context.actor.memberId, context.now());
      const { workspace, member, today, acquisitionMinutes } = surroundings;
      const { prior, counts, weights, minutesByStage, ended, enough } = await loadFigures(tx, surroundings);
      const posterior = posteriorOf(prior, pooledCounts(counts));
      const intervals = hazardIntervals(posterior);
      const { stages } = posterior.counts;
      const mass = stages.map(
        (_, index) => at(posterior.alpha, index) + at(posterior.gammaRefuse, index) + at(posterior.beta, index),
      );
      const ownWeight = weights.map(({ article }) => 1 - article);
      return {
        on: today,
        currency: workspace.currency,
        ended,
        enough,
        ownWeight: sumOf(ownWeight.map((weight, index) => weight * at(mass, index))) / sumOf(mass),
        averageValue: workspace.average_value,
        minutesADay: member.minutes_a_day,
        acquisitionMinutes: acquisitionMinutes,
        stages: stages.map((stage, index) => ({
          number: index + 1,
          ...stage,
          hazard: at(posterior.hazards, index),
          continues: at(posterior.continues, index),
          low: intervals[index]?.[0] ?? 0,
          high: intervals[index]?.[1] ?? 1,
          article: at(prior.hazards, index),
          ownWeight: at(ownWeight, index),
          alpha: at(posterior.alpha, index),
          refuse: at(posterior.gammaRefuse, index),
          beta: at(posterior.beta, index),
          minutes: at(minutesByStage, index),
        })),
      };
    },
    { readOnly: true },
  );
}
