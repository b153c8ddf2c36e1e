import type { StageWeights } from '#core/persistence/member-beliefs';
import { givenUpBeatsNew } from '#core/persistence/new-prospect';
import { hazardIntervals } from '#core/persistence/posterior';
import { at, sumOf } from '#core/persistence/stage-list';
import { AppError } from '#contract/app-error';
import type { FiguresOf, FiguresQuery, NumberFigures } from '#contract/figures';
import { inWorkspace } from '#db/transaction';
import { findMember } from '#db/workspace';
import type { Context } from '../context.ts';
import { refuseSmallTotal } from '../refuse-small-total.ts';
import { loadSurroundings, type Surroundings } from '../surroundings.ts';
import { type Figures, loadFigures, loadWorkspaceFigures } from './figures.ts';
import type { LearnedMinutes } from './learned.ts';
import { averageNow, averageRests } from './average-now.ts';

/**
 * The figures Aanhouder reckons with, with the counts and the date they have: one's own; for owners and managers those of the workspace
 * from five people on, or of a colleague who shares them. One who does not share looks like one who is not there.
 */
export async function getFigures(context: Context, query: FiguresQuery): Promise<FiguresOf> {
  const { memberId: self, role } = context.actor;
  const leads = role === 'owner' || role === 'manager';
  const memberId = query.memberId ?? self;
  const everybody = query.of === 'workspace';
  if (!leads && (everybody || memberId !== self))
    throw new AppError('forbidden', { at: everybody ? 'of' : 'memberId' });
  return inWorkspace(
    context.databases,
    context.actor.workspaceId,
    async (tx) => {
      if (everybody) await refuseSmallTotal(tx);
      else if (memberId !== self && !(await findMember(tx, memberId))?.share_mirror)
        throw new AppError('not_found', { at: 'memberId' });
      const surroundings = await loadSurroundings(tx, memberId, context.now());
      const figures = everybody ? await loadWorkspaceFigures(tx, surroundings) : await loadFigures(tx, surroundings);
      return view(everybody ? null : memberId, figures, surroundings);
    },
    { readOnly: true },
  );
}

function view(memberId: string | null, figures: Figures, surroundings: Surroundings): FiguresOf {
  const { workspace, member, today, learned } = surroundings;
  const { pooled } = figures.beliefs;
  const intervals = hazardIntervals(pooled);
  const { acquisition } = learned;
  const averageValue = averageNow(workspace);
  return {
    memberId,
    on: today,
    madeAt: figures.madeAt.toISOString(),
    ended: figures.ended,
    enough: figures.enough,
    weight: weightOverAll(figures),
    numbers: pooled.counts.stages.map(({ tried, sold, refused }, i): NumberFigures => {
      const [low, high] = intervals[i] ?? [0, 1];
      const after = averageValue * (figures.table.gain[i + 1]?.unknown ?? 0);
      return {
        number: i + 1,
        hazard: pooled.hazards[i] ?? 0,
        low,
        high,
        continues: pooled.continues[i] ?? 0,
        article: at(figures.prior.hazards, i),
        alpha: at(pooled.alpha, i),
        refuse: at(pooled.gammaRefuse, i),
        beta: at(pooled.beta, i),
        tried,
        sold,
        refused,
        weight: weightView(figures.weights[i]),
        minutes: at(figures.minutesByStage, i),
        beatsNew: i < 11 ? givenUpBeatsNew(after, figures.newPerMinute) : null,
      };
    }),
    salesBeyond12: figures.salesBeyond12,
    channels: learned.byChannel.map((one) => ({ channel: one.channel, ...minutesView(one) })),
    acquisition: { ...minutesView(acquisition), spent: acquisition.own.minutes },
    newPerMinute: figures.newPerMinute,
    currency: workspace.currency,
    averageValue,
    average: averageRests(workspace),
    minutesADay: member.minutes_a_day,
  };
}

function weightView({ own, team, others, article }: StageWeights = onlyArticle): NumberFigures['weight'] {
  return { own, team, workspace: others, article };
}

const onlyArticle: StageWeights = { own: 0, team: 0, others: 0, article: 1 };

/** Each number by the moments that its figures rest on, pretended ones too. */
function weightOverAll({ beliefs, weights }: Figures): NumberFigures['weight'] {
  const { alpha, gammaRefuse, beta } = beliefs.pooled;
  const mass = alpha.map((part, index) => part + at(gammaRefuse, index) + at(beta, index));
  const over = (name: keyof StageWeights) =>
    sumOf(weights.map((weight, index) => weight[name] * at(mass, index))) / sumOf(mass);
  return weightView({ own: over('own'), team: over('team'), others: over('others'), article: over('article') });
}

function minutesView({ minutes, setting, own, others }: LearnedMinutes) {
  return { minutes, setting, own: own.count, others: others.count };
}
