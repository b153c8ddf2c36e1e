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
      const { workspace, member, today } = await loadSurroundings(tx, context.actor.memberId, context.now());
      const { prior, counts, minutesByStage, ended, enough } = await loadFigures(tx, workspace, today);
      const posterior = posteriorOf(prior, pooledCounts(counts));
      const intervals = hazardIntervals(posterior);
      const { stages } = posterior.counts;
      const tried = stages.map((stage) => stage.tried);
      const pretended = prior.alpha.map((alpha, index) => alpha + at(prior.beta, index));
      const weight = (own: number, article: number) => (own + article > 0 ? own / (own + article) : 0);
      return {
        on: today,
        currency: workspace.currency,
        ended,
        enough,
        ownWeight: weight(sumOf(tried), sumOf(pretended)),
        averageValue: workspace.average_value,
        minutesADay: member.minutes_a_day,
        acquisitionMinutes: workspace.acquisition_minutes,
        stages: stages.map((stage, index) => ({
          number: index + 1,
          ...stage,
          hazard: at(posterior.hazards, index),
          continues: at(posterior.continues, index),
          low: intervals[index]?.[0] ?? 0,
          high: intervals[index]?.[1] ?? 1,
          article: at(prior.hazards, index),
          ownWeight: weight(stage.tried, at(pretended, index)),
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
